package org.amends.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the repository that are made from code. They are rewritten with {@code -Dgolden.update=true} and never else. */
public final class Repository {

    private Repository() {}

    /** A path from the repository's root. */
    public static Path file(String path) {
        return root().resolve(path);
    }

    /** Compares a committed file with what the code makes of it, byte for byte. */
    public static void assertMadeByCode(Path file, String made) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, made);
        }
        assertThat(file).as("rewrite it with ./mvnw -Dgolden.update=true test").exists();
        assertThat(Files.readString(file))
                .as("%s differs from the code; rewrite it with ./mvnw -Dgolden.update=true test", file)
                .isEqualTo(made);
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
