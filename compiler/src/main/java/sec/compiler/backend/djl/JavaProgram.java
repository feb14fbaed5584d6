package sec.compiler.backend.djl;

import java.util.Map;
import java.util.TreeMap;

/**
 * Java source that builds one network from DJL blocks.
 *
 * @param packageName the package of all its classes
 * @param mainClass simple name of the network's class; its constructor without arguments gives the
 *     network as compiled, its children named by path
 * @param sources text by file name ({@code SE.java}), in alphabetical order
 */
public record JavaProgram(String packageName, String mainClass, Map<String, String> sources) {

  /** Keeps a sorted copy. */
  public JavaProgram {
    sources = new TreeMap<>(sources);
  }

  /** The network's class with its package. */
  public String qualifiedMainClass() {
    return packageName.isEmpty() ? mainClass : packageName + "." + mainClass;
  }
}
