package org.amends.cli.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.amends.cli.Ran;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintCommandTest {

    private static final Path CASE = Path.of("..", "examples", "letters", "final_response.json");

    @TempDir
    private Path folder;

    @Test
    void aLetterThatAmendsWroteMayBeSent() {
        Path letter = folder.resolve("letter.txt");
        assertThat(Ran.amends("letter", "--case", CASE, "--lang", "en", "--out", letter)
                        .code())
                .isZero();

        Ran ran = Ran.amends("lint", "--letter", letter, "--case", CASE, "--lang", "en");

        assertThat(ran.out()).isEqualTo(letter + ": may be sent.\n");
        assertThat(ran.code()).isZero();
    }

    @Test
    void aConditionalApologyIsToldWithPlaceReasonAndBetterSentence() throws IOException {
        Path letter = file("We are sorry if you felt unheard.");

        Ran ran = Ran.amends("lint", "--letter", letter);

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out())
                .startsWith(letter + ":1:8: error conditional_apology \"sorry if you\"\n  why: An apology")
                .contains("\n  better: I am sorry that this happened to you on [date].\n", ": must not be sent.");
    }

    @Test
    void jsonIsOneLineALetter() throws IOException {
        Path letter = file("Lo sentimos si le ha molestado.");

        Ran ran = Ran.amends("lint", "--letter", letter, "--letter", letter, "--lang", "es", "--format", "json");

        assertThat(ran.out().lines())
                .hasSize(2)
                .allMatch(line -> line.contains("\"sendable\":false,\"findings\":[{\"rule\":\"conditional_apology\""));
    }

    @Test
    void whatCannotBeReadIsBadInput() throws IOException {
        assertThat(Ran.amends("lint", "--letter", folder.resolve("none.txt")).code())
                .isEqualTo(2);
        assertThat(Ran.amends("lint", "--letter", file("Hello."), "--lang", "de")
                        .code())
                .isEqualTo(2);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("letter.txt"), text);
    }
}
