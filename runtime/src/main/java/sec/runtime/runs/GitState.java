package sec.runtime.runs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What git says of a folder, where there is a git and the folder is a work tree. */
final class GitState {
  private static final int PATIENCE_SECONDS = 10;

  private GitState() {}

  /** Commit, branch and changed files by name; empty outside of a work tree. */
  static Map<String, Object> of(Path folder) {
    Map<String, Object> state = new LinkedHashMap<>();
    answer(folder, "rev-parse", "HEAD").ifPresent(commit -> state.put("commit", commit));
    if (!state.isEmpty()) {
      answer(folder, "rev-parse", "--abbrev-ref", "HEAD")
          .ifPresent(branch -> state.put("branch", branch));
      answer(folder, "status", "--porcelain")
          .ifPresent(changes -> state.put("changed", changes.lines().toList()));
    }
    return state;
  }

  private static Optional<String> answer(Path folder, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    try {
      Process git =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      git.getOutputStream().close();
      CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .execute(git::destroyForcibly);
      String answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return git.waitFor() == 0 ? Optional.of(answer.stripTrailing()) : Optional.empty();
    } catch (IOException e) {
      // There is no git here.
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
