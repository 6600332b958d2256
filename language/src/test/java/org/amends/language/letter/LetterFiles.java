package org.amends.language.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.amends.language.letter.json.LetterCaseReader;
import org.amends.language.letter.json.LetterCaseReading;

/** The example cases and the golden letters of the repository. */
public final class LetterFiles {

    private LetterFiles() {}

    /** The example case of a kind. */
    public static LetterCase example(LetterKind kind) throws IOException {
        return read(json(kind.code()));
    }

    /** The text of an example case. */
    public static String json(String name) throws IOException {
        return Files.readString(root().resolve("examples/letters/%s.json".formatted(name)));
    }

    /** The case in a text that holds one. */
    public static LetterCase read(String json) {
        LetterCaseReading reading = LetterCaseReader.read(json);
        assertThat(reading).isInstanceOf(LetterCaseReading.Read.class);
        return ((LetterCaseReading.Read) reading).letterCase();
    }

    /** Compares a golden file with what the code makes; rewritten with {@code -Dgolden.update=true} and never else. */
    public static void assertGolden(String name, String made) throws IOException {
        Path file = root().resolve("language/src/test/resources/golden/letters/" + name);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, made);
        }
        assertThat(file).as("rewrite it with ./mvnw -Dgolden.update=true test").exists();
        assertThat(made).as(name).isEqualTo(Files.readString(file));
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
