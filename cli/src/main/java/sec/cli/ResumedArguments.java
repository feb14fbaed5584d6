package sec.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import sec.compiler.io.FileFailure;
import sec.runtime.runs.RunDirectory;
import sec.runtime.runs.RunException;

/**
 * Has {@code --resume DIR} stand for the words with which the run in DIR was begun, so that nobody
 * need remember them. What follows it is read after them, and wins.
 */
final class ResumedArguments implements IParameterPreprocessor {
  private static final String COMMAND = "train";

  @Override
  @SuppressWarnings("JdkObsolete") // a Stack is what picocli hands over
  public boolean preprocess(
      Stack<String> left, CommandSpec command, ArgSpec option, Map<String, Object> about) {
    if (left.isEmpty()) {
      return false;
    }
    if (command.args().stream().anyMatch(other -> !other.originalStringValues().isEmpty())) {
      throw new ParameterException(
          command.commandLine(),
          "--resume DIR comes first: it stands for the run's own target and options");
    }
    String folder = left.pop();
    List<String> words = words(folder, command);
    command.commandLine().setOverwrittenOptionsAllowed(true);
    words.reversed().forEach(left::push);
    left.push(folder);
    // picocli goes on with the folder, and then with the words.
    return false;
  }

  private static List<String> words(String folder, CommandSpec command) {
    try {
      List<String> words = RunDirectory.record(Path.of(folder)).command();
      int begin = words.indexOf(COMMAND);
      if (begin < 0) {
        throw new RunException(
            folder + " is part of sec " + String.join(" ", words) + ", which begins anew");
      }
      return words.subList(begin + 1, words.size());
    } catch (RunException e) {
      throw new ParameterException(command.commandLine(), "--resume: " + e.getMessage());
    } catch (IOException e) {
      throw new ParameterException(
          command.commandLine(), "--resume: " + FileFailure.message(e, folder));
    } catch (InvalidPathException e) {
      throw new ParameterException(
          command.commandLine(), "--resume: " + folder + " is no name of a folder");
    }
  }
}
