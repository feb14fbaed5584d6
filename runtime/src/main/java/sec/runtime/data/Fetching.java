package sec.runtime.data;

import java.nio.file.Path;
import java.util.List;
import sec.runtime.data.DataException.Kind;
import sec.runtime.download.Download;
import sec.runtime.download.DownloadException;
import sec.runtime.download.RemoteFile;
import sec.runtime.download.TarGz;

/** Fetches the files of data sets from those who publish them. */
final class Fetching {
  private Fetching() {}

  /** Fetches files that are not there. */
  static void files(List<RemoteFile> files, Path folder, LoadRequest request) throws DataException {
    try {
      Download download = new Download(request.notice());
      for (RemoteFile file : files) {
        download.fetch(file, folder);
      }
    } catch (DownloadException e) {
      throw failed(e);
    }
  }

  /** Fetches an archive, and unpacks the one folder in it. */
  static void archive(RemoteFile archive, String inside, Path folder, LoadRequest request)
      throws DataException {
    files(List.of(archive), folder, request);
    try {
      TarGz.unpack(folder.resolve(archive.name()), inside, folder);
    } catch (DownloadException e) {
      throw failed(e);
    }
  }

  private static DataException failed(DownloadException e) {
    return new DataException(Kind.MISSING, String.valueOf(e.getMessage()), e);
  }
}
