package org.amends.cli.read;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.amends.cli.lines.LineFiles;
import org.amends.language.json.ReadingJson;
import org.amends.language.mail.Mail;
import org.amends.language.mail.MailReader;
import org.amends.language.reading.MailReading;
import org.amends.language.reading.Reader;
import org.amends.language.text.Language;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Reads mails, each a file of its own, one after the other, so that memory does not grow with their number. */
final class MailReadings {

    private static final JsonFactory JSON = new JsonFactory();

    private final Reader reader;
    private final @Nullable Language language;
    private final PrintWriter err;

    MailReadings(Reader reader, @Nullable Language language, PrintWriter err) {
        this.reader = reader;
        this.language = language;
        this.err = err;
    }

    /** Whether a path names a mail or a folder of mails. */
    static boolean areIn(Path path) {
        return Files.isDirectory(path) || isMail(path);
    }

    /**
     * Reads a mail, or all mails in a folder and in the folders within it, in the order of their names.
     *
     * @return the exit code
     */
    int read(Path path, Writer out) throws IOException {
        List<Path> mails = mails(path);
        boolean allRead = true;
        for (Path mail : mails) {
            String id = Files.isDirectory(path) ? path.relativize(mail).toString() : String.valueOf(mail.getFileName());
            allRead &= read(mail, id.replace('\\', '/'), out);
        }
        if (mails.isEmpty()) {
            err.println("%s: there is no mail in it.\nMaybe give the mails names that end in .eml.".formatted(path));
        }
        err.flush();
        return allRead && !mails.isEmpty() ? 0 : LineFiles.BAD_INPUT;
    }

    private boolean read(Path file, String id, Writer out) throws IOException {
        if (Files.size(file) > MailReader.MOST_BYTES) {
            refuse(
                    id,
                    "It is longer than %d bytes. Maybe look at it in a mail program.".formatted(MailReader.MOST_BYTES),
                    out);
            return false;
        }
        return switch (MailReader.read(Files.readAllBytes(file))) {
            case Mail.Legible mail -> {
                out.write(ReadingJson.of(MailReading.of(reader, id, mail, language)));
                out.write('\n');
                yield true;
            }
            case Mail.Illegible kept -> {
                refuse(id, kept.why(), out);
                yield false;
            }
        };
    }

    /** The file stays where it is, so its bytes are kept. */
    private void refuse(String id, String why, Writer out) throws IOException {
        err.println("%s: %s".formatted(id, why));
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty("id", id);
            json.writeStringProperty("error", why);
            json.writeStringProperty("kept", "raw");
            json.writeEndObject();
        }
        out.write(line.toString());
        out.write('\n');
    }

    private static List<Path> mails(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(MailReadings::isMail)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isMail(Path path) {
        return path.toString().toLowerCase(Locale.ROOT).endsWith(".eml");
    }
}
