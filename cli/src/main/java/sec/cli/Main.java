package sec.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import sec.compiler.Version;

/** The command {@code sec}. */
@Command(
    name = "sec",
    mixinStandardHelpOptions = true,
    versionProvider = Main.SecVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "The compiler for .senet: convolutional networks and their channel-attention blocks.%n"
    },
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  sec run quickstart                     six attention variants, trained and compared",
      "  sec check my.senet                     find mistakes",
      "  sec fmt my.senet                       put it into the one layout",
      "  sec summary ThreeLayerCNN --put 'middle=SE(r=8)'",
      "  sec compile my.senet:Mine --to onnx -o out",
      "  sec verify my.senet:Mine               every form, by every runtime, held to one another",
      "  sec bench ResNet50 SEResNet50          what attention costs at inference",
      "  sec train my.senet:Mine --data cifar10 --data-dir DIR --epochs 8",
      "%nsec help operators lists the operators, sec help NAME tells of one, or of a block of the library.",
      "%nExit status: 0 ok, 1 the input is wrong, 2 usage, 3 the environment lacks something,"
          + " 130 stopped by Ctrl-C, 143 by SIGTERM."
    })
public final class Main implements Runnable {
  /** The commands, in the order of the help. */
  private static final List<Class<?>> COMMANDS =
      List.of(
          CheckCommand.class,
          FmtCommand.class,
          ListCommand.class,
          ExplainCommand.class,
          CompileCommand.class,
          VerifyCommand.class,
          BenchCommand.class,
          SummaryCommand.class,
          GraphCommand.class,
          ExpandCommand.class,
          TrainCommand.class,
          EvalCommand.class,
          PredictCommand.class,
          RunCommand.class,
          HelpCommand.class,
          GenerateCompletion.class);

  @CommandLine.Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandLine.Model.CommandSpec spec;

  @Mixin private DiagnosticOutput diagnosticOutput = new DiagnosticOutput();

  /** Runs the command and exits with its status. */
  public static void main(String[] args) {
    CommandLine command = commandLine(args);
    // Not System.out, a PrintStream: that keeps its failures to itself.
    StandardOutput out = new StandardOutput(new FileOutputStream(FileDescriptor.out));
    command.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    int code = command.execute(args);
    command.getOut().flush();
    System.exit(out.status(code, command.getErr()));
  }

  /**
   * The command, ready to run.
   *
   * @param words what it is to run
   */
  static CommandLine commandLine(String... words) {
    CommandLine command = new CommandLine(new Main());
    needed(words).forEach(command::addSubcommand);
    command.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    command.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    command.setExecutionStrategy(Failures.sayingMemory(new CommandLine.RunLast()));
    command.setExecutionExceptionHandler(new Failures());
    command.setParameterExceptionHandler(new UsageErrors());
    command.setCaseInsensitiveEnumValuesAllowed(true);
    command.setUsageHelpWidth(100);
    return command;
  }

  /**
   * The commands that are made ready: that of the first word alone, since to make all is a third of
   * a short command's time; all for the words that are none or speak of others.
   */
  private static List<Class<?>> needed(String... words) {
    List<Class<?>> named =
        COMMANDS.stream()
            .filter(type -> words.length > 0 && nameOf(type).equals(words[0]))
            .filter(type -> type != HelpCommand.class && type != GenerateCompletion.class)
            .toList();
    return named.isEmpty() ? COMMANDS : named;
  }

  private static String nameOf(Class<?> command) {
    return command.getAnnotation(Command.class).name();
  }

  DiagnosticOutput diagnosticOutput() {
    return diagnosticOutput;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }

  /** The version that Maven built. */
  static final class SecVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"sec " + Version.current()};
    }
  }
}
