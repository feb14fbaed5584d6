package sec.compiler.model;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import sec.compiler.syntax.Expression;

/** The blocks that something names, as uses or as values, in order; not those inside of them. */
final class UsedBlocks extends Walk {
  private final Set<Template> all = new LinkedHashSet<>();

  private UsedBlocks() {}

  /** Those of a block or net; none while it has no body. */
  static Set<Template> of(Template template) {
    UsedBlocks blocks = new UsedBlocks();
    if (template.isResolved()) {
      blocks.template(template);
    }
    return blocks.all;
  }

  static Set<Template> of(Chain chain) {
    UsedBlocks blocks = new UsedBlocks();
    blocks.chain(chain);
    return blocks.all;
  }

  static Set<Template> of(Collection<Expression> expressions) {
    UsedBlocks blocks = new UsedBlocks();
    expressions.forEach(blocks::expression);
    return blocks.all;
  }

  @Override
  void use(Element.BlockUse use) {
    all.add(use.block());
  }
}
