package org.amends.language.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Random;
import org.amends.language.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No text makes the reading of facts fail or take long. */
class FactReaderBoundsTest {

    private static final String[] PIECES = {
        "1 000 ",
        "$",
        "№ ",
        "12/12/",
        "Mr ",
        "Jean-",
        "de la ",
        "years 1 ",
        "'",
        "order ",
        "a@",
        "(1) ",
        "twenty ",
        "А. ",
        "12.05.",
        "\n",
        "1-",
        "x_",
        "ref: ",
        "99999999999999999999 ",
        "\u0301",
        "\ud83d",
        "٣",
        "5 €",
        "quatre-vingt-",
        "Anna ",
        "le 1er ",
        "mayo "
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 ",
                "1.",
                "A.",
                "1-",
                "x_",
                "Jean-",
                "(",
                "12.05.",
                "thousand ",
                "12/12/",
                "\"",
                "Anna de ",
                "+1 ",
                "a@",
                "5 years "
            })
    void a_long_row_of_one_piece_is_read_in_proportion_to_its_length(String piece) {
        String text = piece.repeat(50_000 / piece.length());
        for (Language language : Language.values()) {
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> FactReader.read(text, language, null));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void any_mixture_of_pieces_is_read(Language language) {
        Random random = new Random(20260514);
        for (int round = 0; round < 1000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(50); i > 0; i--) {
                text.append(
                        random.nextInt(6) == 0
                                ? String.valueOf((char) random.nextInt(65_536))
                                : PIECES[random.nextInt(PIECES.length)]);
            }
            String written = text.toString();
            Facts facts = FactReader.read(written, language, null);
            assertThat(facts.dates())
                    .allSatisfy(date -> assertThat(date.span().of(written)).isEqualTo(date.text()));
        }
    }

    @Test
    void an_empty_text_states_nothing() {
        assertThat(FactReader.read("", Language.ENGLISH, null).names()).isEmpty();
    }
}
