package sec.compiler.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The parameters of a net, or of a variant and what it leaves open of its base's. */
public final class Inherited {
  private Inherited() {}

  /** All parameters that can be set of {@code definition}, its own first. */
  public static List<Parameter> by(Definition definition) {
    List<Parameter> all = new ArrayList<>(definition.parameters());
    Set<String> taken = new HashSet<>();
    all.forEach(p -> taken.add(p.name()));
    Definition current = definition;
    while (current instanceof Variant variant && variant.isComplete()) {
      taken.addAll(variant.arguments().keySet());
      current = variant.base();
      for (Parameter parameter : current.parameters()) {
        if (taken.add(parameter.name())) {
          all.add(parameter);
        }
      }
    }
    return all;
  }
}
