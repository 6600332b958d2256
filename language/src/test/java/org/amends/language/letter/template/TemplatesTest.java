package org.amends.language.letter.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.amends.language.letter.Letter;
import org.amends.language.letter.LetterFiles;
import org.amends.language.letter.LetterKind;
import org.amends.language.letter.writing.LetterWriter;
import org.amends.language.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplatesTest {

    private static final String HEAD = "version acme-3\nlanguage en\n";

    @TempDir
    Path folder;

    @Test
    void aCompanysSentenceTakesThePlaceOfTheStandardOne() throws IOException {
        Files.writeString(folder.resolve("en.letter"), HEAD + "@ explanation.lead\nThe reason is simple.\n");

        Letter letter = new LetterWriter(Templates.standardAnd(folder))
                .write(LetterFiles.example(LetterKind.FINAL_RESPONSE), Language.ENGLISH);

        assertThat(letter.text()).contains("The reason is simple. A van broke down");
        assertThat(letter.templates()).matches("standard 1 \\([0-9a-f]{12}\\), company acme-3 \\([0-9a-f]{12}\\)");
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            sentence                                        | line | reason                                                    | remedy
            @ explanation.led/Because.                      | 3    | the sentence explanation.led is not known                 | Maybe explanation.lead.
            @ explanation.lead loud/Because.                | 3    | the voice is "loud"                                       | Maybe formal, plain or familiar, or none for all.
            @ explanation.lead                              | 3    | explanation.lead has no words                             | Maybe write its sentence on the next line, or take the key out.
            @ incident.amount/It is about {amuont:money}.   | 4    | the variable {amuont} is not known here                   | Maybe {amount}; this sentence has company, signer, reference, gender, signer_gender, amount.
            @ incident.amount/It is about {amount}.         | 4    | {amount} is used as text                                  | Maybe {amount:money}.
            @ incident.amount/It is about money.            | 3    | incident.amount does not use {amount}                     | Every wording of this sentence must state it. Maybe add {amount}.
            @ incident.other/[{date:date}] {order} {object}| 4    | {order} can be absent and stands outside square brackets  | Maybe put the words that need it in [ ].
            @ explanation.lead/Because {company             | 4    | "}" is missing at character 17                            | Maybe a bracket is not closed.
            @ explanation.lead/Because]                     | 4    | "]" closes nothing                                        | Maybe take it out.
            @ signature/{gender:choice female{Yours}}       | 4    | a choice has no branch other                              | Maybe add other{...}: it serves when nothing else fits.
            """)
    void tellsLineAndRemedyOfWhatCannotBeUsed(String sentence, int line, String reason, String remedy)
            throws IOException {
        Path file = folder.resolve("en.letter");
        Files.writeString(file, HEAD + sentence.replace("/", "\n") + "\n");

        assertThatThrownBy(() -> Templates.standardAnd(folder))
                .isInstanceOf(TemplateFormatException.class)
                .hasMessage("%s:%d: %s.%n%s".formatted(file, line, reason, remedy));
    }

    @Test
    void aVariableMustBeUsedInEveryBranch() throws IOException {
        Files.writeString(
                folder.resolve("en.letter"),
                HEAD + "@ greeting.given\n{gender:choice female{Dear {given}} other{Hello}},\n");

        assertThatThrownBy(() -> Templates.standardAnd(folder)).hasMessageContaining("does not use {given}");
    }

    @Test
    void anEmptyFolderIsNoSetOfTemplates() {
        assertThatThrownBy(() -> Templates.standardAnd(folder)).hasMessageContaining("there are no templates here");
    }
}
