package sec.compiler.syntax.format;

import static sec.compiler.syntax.format.Breaks.EMPTY;
import static sec.compiler.syntax.format.Breaks.LINE;
import static sec.compiler.syntax.format.Document.broken;
import static sec.compiler.syntax.format.Document.group;
import static sec.compiler.syntax.format.Document.nest;
import static sec.compiler.syntax.format.Document.row;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import sec.grammar.SenetParser.*;

/** How what stands between {@code <} and {@code >} is laid out: statements, grafts, settings. */
final class StatementList {
  private final Words words;

  StatementList(Words words) {
    this.words = words;
  }

  /** The layout of one item whose first word is {@code pad} shorter than its neighbours'. */
  @FunctionalInterface
  interface Item<C> {
    Document layout(C item, int pad);
  }

  /** Items, the semicolons after them, and the angles around them. */
  <C extends ParserRuleContext> Document inAngles(
      ParserRuleContext context, List<C> items, Item<C> layout, boolean always) {
    int open = 0;
    while (!isWord(context, open, "<")) {
      open++;
    }
    Token closing = ExpressionLayout.token(context, context.getChildCount() - 1);
    int[] pads = pads(items);
    List<Document> lines = new ArrayList<>();
    int after = open;
    for (int i = 0; i < items.size(); i++) {
      while (!context.getChild(after++).equals(items.get(i))) {
        // The semicolons between them.
      }
      boolean beside = i > 0 && isShort(items.get(i - 1)) && isShort(items.get(i));
      lines.add(i == 0 || beside ? EMPTY : LINE);
      if (beside) {
        // Slots without content are a mere list of names.
        lines.add(Document.text(" "));
      }
      lines.add(i == 0 ? EMPTY : words.space(items.get(i)));
      lines.add(layout.layout(items.get(i), pads[i]));
      lines.add(semicolon(context, after, i == items.size() - 1));
    }
    Document[] parts = {
      words.word(ExpressionLayout.token(context, open)),
      nest(items.isEmpty() ? EMPTY : LINE, row(lines), words.beforeClosing(closing)),
      LINE,
      words.closing(closing)
    };
    return always ? broken(parts) : group(parts);
  }

  /** The last one may be written or not; the layout is without. */
  private Document semicolon(ParserRuleContext context, int index, boolean last) {
    if (!isWord(context, index, ";")) {
      return EMPTY;
    }
    Token token = ExpressionLayout.token(context, index);
    return last ? words.withoutWord(token) : words.word(token);
  }

  private static boolean isWord(ParserRuleContext context, int index, String word) {
    return context.getChild(index) instanceof TerminalNode node && node.getText().equals(word);
  }

  private static boolean isShort(ParserRuleContext item) {
    return item instanceof SlotStatementContext slot
        && slot.chain() == null
        && slot.parameters() == null;
  }

  /** How much shorter each item's first word is than the longest of its run. */
  private static <C extends ParserRuleContext> int[] pads(List<C> items) {
    int[] pads = new int[items.size()];
    int from = 0;
    while (from < items.size()) {
      int to = from;
      int widest = 0;
      while (to < items.size() && isAligned(items.get(from), items.get(to))) {
        widest = Math.max(widest, lead(items.get(to)));
        to++;
      }
      for (int i = from; i < to; i++) {
        pads[i] = widest - lead(items.get(i));
      }
      from = Math.max(to, from + 1);
    }
    return pads;
  }

  private static boolean isAligned(ParserRuleContext first, ParserRuleContext other) {
    return lead(first) > 0 && lead(other) > 0 && kind(first) == kind(other);
  }

  private static Class<?> kind(ParserRuleContext item) {
    return item instanceof SettingContext ? SettingContext.class : item.getClass();
  }

  /** The length of the word that is to stand in a column of its own; 0 for none. */
  private static int lead(ParserRuleContext item) {
    return switch (item) {
      case ChainStatementContext c -> c.name() == null ? 0 : c.name().getText().length();
      case PhaseStatementContext c -> c.phase.getText().length();
      case SettingContext c -> c.getStart().getText().length();
      default -> 0;
    };
  }
}
