package org.amends.cli.history;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * One file of a history.
 *
 * @param path where it is
 * @param name as the user knows it; messages and {@code rejected.csv} use it
 * @param format its form
 */
public record HistoryFile(Path path, String name, FileFormat format) {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    /**
     * Looks into the file to tell its form.
     *
     * @throws HistoryException when it cannot be read, is empty, or is packed in a way that is not known
     */
    static HistoryFile at(Path path, String name) {
        FileFormat promised = FileFormat.ofName(name);
        try (InputStream in = open(path)) {
            byte[] begin = in.readNBytes(512);
            if (begin.length == 0) {
                throw new HistoryException(name, "the file is empty", "Maybe the export failed: write it again.");
            }
            refuseOtherPacking(name, begin);
            return new HistoryFile(path, name, promised != null ? promised : FileFormat.ofContent(begin));
        } catch (IOException unreadable) {
            throw unreadable(name, unreadable);
        }
    }

    private static void refuseOtherPacking(String name, byte[] begin) {
        boolean zstd = begin.length > 3 && (begin[0] & 0xff) == 0x28 && (begin[1] & 0xff) == 0xb5;
        boolean zip = begin.length > 3 && begin[0] == 'P' && begin[1] == 'K' && begin[2] < 9;
        if (zstd || zip) {
            throw new HistoryException(
                    name,
                    "the file is packed with %s".formatted(zstd ? "zstd" : "zip"),
                    "Maybe unpack it first, or pack it with gzip, which is read as it is.");
        }
    }

    /** The file's bytes, unpacked when it is a gzip file, whatever its name. */
    InputStream open() throws IOException {
        return open(path);
    }

    private static InputStream open(Path path) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER_BYTES);
        try {
            in.mark(2);
            boolean gzip = in.read() == GZIP_FIRST && in.read() == GZIP_SECOND;
            in.reset();
            return gzip ? new BufferedInputStream(new GZIPInputStream(in, BUFFER_BYTES), BUFFER_BYTES) : in;
        } catch (IOException | RuntimeException failed) {
            in.close();
            throw failed;
        }
    }

    /** What to say when the file system or gzip refuses. */
    static HistoryException unreadable(String name, IOException cause) {
        String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new HistoryException(
                name,
                "the file cannot be read to its end (%s)".formatted(why),
                "Maybe it is cut short or its permissions forbid it: copy it again.");
    }
}
