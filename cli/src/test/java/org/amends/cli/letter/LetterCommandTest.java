package org.amends.cli.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.amends.cli.Ran;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LetterCommandTest {

    @TempDir
    private Path folder;

    @Test
    void writesInTheCustomersLanguageUnlessAnotherIsNamed() {
        Path about = examples().resolve("final_response.json");

        assertThat(Ran.amends("letter", "--case", about).out()).contains("Chère Madame Dupont,");
        assertThat(Ran.amends("letter", "--case", about, "--lang", "en").out()).contains("Dear Ms Dupont,");
    }

    @Test
    void theRegisterCanBeChosen() {
        Path about = examples().resolve("refusal.json");

        assertThat(Ran.amends("letter", "--case", about, "--register", "formal").out())
                .contains("Cher Monsieur Marchand,");
    }

    @Test
    void theFamiliarFormIsNotUsedInAFormalLetter() {
        Path about = examples().resolve("proactive_contact.json");

        Ran ran = Ran.amends("letter", "--case", about, "--register", "formal");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("customer.address is familiar, and the register is to be formal");
    }

    @Test
    void aPdfGoesToAFile() throws IOException {
        Path about = examples().resolve("farewell.json");
        Path pdf = folder.resolve("farewell.pdf");

        assertThat(Ran.amends("letter", "--case", about, "--format", "pdf").code())
                .isEqualTo(2);
        assertThat(Ran.amends("letter", "--case", about, "--format", "pdf", "--out", pdf)
                        .code())
                .isZero();
        assertThat(new String(Files.readAllBytes(pdf), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");
    }

    @Test
    void aFolderOfCasesIsWrittenAsAPreviewOfTemplates() throws IOException {
        Path templates = Files.createDirectory(folder.resolve("templates"));
        Files.writeString(templates.resolve("en.letter"), "version 7\nlanguage en\n@ signature\nWith thanks,\n");
        Path preview = folder.resolve("preview");

        Ran ran =
                Ran.amends("letter", "--case", examples(), "--templates", templates, "--lang", "all", "--out", preview);

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(preview.toFile().list()).hasSize(9 * 4).contains("thank_you.ru.txt");
        assertThat(preview.resolve("thank_you.en.txt")).content().contains("With thanks,");
    }

    @Test
    void aSentenceOfTheCompanyThatMustNotBeSentIsToldAndTheExitCodeIsThatOfFindings() throws IOException {
        Files.writeString(
                folder.resolve("en.letter"),
                "version 8\nlanguage en\n@ signature\nWe are sorry if you felt let down.\nWith thanks,\n");

        Ran ran = Ran.amends(
                "letter", "--case", examples().resolve("refusal.json"), "--templates", folder, "--lang", "en");

        assertThat(ran.code()).as(ran.err()).isEqualTo(1);
        assertThat(ran.err()).contains("conditional_apology", "must not be sent");
    }

    @Test
    void whatIsWrongInACaseIsToldWithPlaceAndRemedy() throws IOException {
        Path about = folder.resolve("case.json");
        Files.writeString(
                about, Files.readString(examples().resolve("farewell.json")).replace("\"farewell\",", "\"goodbye\","));

        Ran ran = Ran.amends("letter", "--case", about);

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).startsWith(about + ": kind: kind is \"goodbye\".\nMaybe one of acknowledgement,");
    }

    @Test
    void whatIsWrongInATemplateIsToldWithFileLineAndRemedy() throws IOException {
        Files.writeString(folder.resolve("fr.letter"), "version 1\nlanguage fr\n@ signatur\nBien à vous,\n");

        Ran ran = Ran.amends("letter", "--case", examples().resolve("refusal.json"), "--templates", folder);

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .contains("fr.letter:3: the sentence signatur is not known.")
                .contains("Maybe signature.");
    }

    private static Path examples() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        return folder.resolve("examples/letters");
    }
}
