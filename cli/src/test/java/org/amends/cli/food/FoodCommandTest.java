package org.amends.cli.food;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.amends.cli.Ran;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoodCommandTest {

    @TempDir
    private Path folder;

    @Test
    void convertsWhatIsInAFolderAndSaysWhatCameOfIt() throws IOException {
        Files.createDirectory(folder.resolve("food"));
        Files.writeString(
                folder.resolve("food/ingredients.txt"),
                "en: zorblat\nfr: zorblate\nvegan:en: no\nvegetarian:en: no\n\nen: quolm\n");
        Files.writeString(folder.resolve("brands.txt"), "en: Zorblat & Sons\n");
        Path out = folder.resolve("made.food");
        Ran ran = Ran.amends("food", "--taxonomy", folder, "--out", out);
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .contains("made.food: 1 foods and 0 labels.", "Names: en 1, fr 1, es 0", "brands.txt.")
                .contains("1 entries of which nothing is told, nor by a parent: the guard goes on asking: en:quolm");
        assertThat(Files.readString(out)).contains("food en:zorblat\n  is     slaughter\n");
    }

    @Test
    void faultsAreToldAndTheRestIsConverted() throws IOException {
        Path file = folder.resolve("ingredients.txt");
        Files.writeString(file, "en: zorblat\nvegan:en: perhaps\n");
        Ran ran = Ran.amends("food", "--taxonomy", file, "--out", folder.resolve("made.food"));
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).contains("ingredients.txt:2: vegan is \"perhaps\"", "Faults: 1.");
    }

    @Test
    void aFileOfAnotherNameIsRefused() throws IOException {
        Path file = folder.resolve("brands.txt");
        Files.writeString(file, "en: Zorblat\n");
        Ran ran = Ran.amends("food", "--taxonomy", file, "--out", folder.resolve("made.food"));
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .contains("brands.txt is not called as a taxonomy that can be converted. Name it ingredients.txt");
    }
}
