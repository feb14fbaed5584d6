package sec.compiler.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/**
 * What went wrong with a file, in a person's words. Java's own are often the path and no more: the
 * name of the exception's class is what says the rest.
 */
public final class FileFailure {
  private FileFailure() {}

  /** What went wrong, and with which file. */
  public static String message(IOException e) {
    return e instanceof FileSystemException failure
        ? message(e, String.valueOf(failure.getFile()))
        : plain(e);
  }

  /** The same for a file that the reader knows by another name than Java does. */
  public static String message(IOException e, String file) {
    return switch (e) {
      case AccessDeniedException denied -> "permission denied: " + file;
      case NoSuchFileException missing -> file + ": there is no such file or folder";
      case NotDirectoryException notFolder -> file + " is not a folder";
      case FileAlreadyExistsException taken -> file + " exists and is not a folder";
      case DirectoryNotEmptyException folder -> file + " is a folder";
      case FileSystemException system ->
          file + ": " + (system.getReason() == null ? "failed" : system.getReason());
      default -> file + ": " + plain(e);
    };
  }

  private static String plain(IOException e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }
}
