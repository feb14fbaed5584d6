package sec.compiler.backend.djl;

import java.util.Map;
import java.util.TreeMap;

/**
 * Java source that builds one network from DJL blocks.
 *
 * @param packageName the package that all its classes are in or below
 * @param mainClass the network's class, its name from there on; its constructor without arguments
 *     gives the network as compiled, its children named by path
 * @param sources text by path below the folder of the package ({@code SE.java}), in alphabetical
 *     order
 */
public record JavaProgram(String packageName, String mainClass, Map<String, String> sources) {

  /** Keeps a sorted copy. */
  public JavaProgram {
    sources = new TreeMap<>(sources);
  }

  /** The network's class with its whole package. */
  public String qualifiedMainClass() {
    return packageName.isEmpty() ? mainClass : packageName + "." + mainClass;
  }
}
