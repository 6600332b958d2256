package org.amends.language.letter.writing;

import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;
import org.amends.language.letter.Customer;
import org.amends.language.letter.Letter;
import org.amends.language.letter.LetterFiles;
import org.amends.language.letter.LetterKind;
import org.amends.language.letter.Readers;
import org.amends.language.letter.template.Templates;
import org.amends.language.letter.template.Voice;
import org.amends.language.text.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of letter in every language and voice, as it was last read by a person. */
class GoldenLettersTest {

    private final LetterWriter writer = new LetterWriter(Templates.standard());

    @ParameterizedTest
    @MethodSource("kindsAndLanguages")
    void isTheLetterThatWasRead(LetterKind kind, Language language) throws IOException {
        StringBuilder letters = new StringBuilder();
        for (Customer reader : Readers.of(language)) {
            Letter letter = writer.write(LetterFiles.example(kind).with(reader), language);
            letters.append("===== ")
                    .append(Voice.of(reader).name().toLowerCase(Locale.ROOT))
                    .append(" | ")
                    .append(letter.subject())
                    .append("\n\n")
                    .append(letter.text())
                    .append('\n');
        }

        LetterFiles.assertGolden("%s.%s.txt".formatted(kind.code(), language.code()), letters.toString());
    }

    static Stream<Arguments> kindsAndLanguages() {
        return Stream.of(LetterKind.values())
                .flatMap(kind -> Stream.of(Language.values()).map(language -> Arguments.of(kind, language)));
    }
}
