package org.amends.guard.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sugar, salt; oil                        | sugar; salt; oil
            sugar 1,5 %, salt                       | sugar 1,5 %; salt
            sugar (12 %), salt                      | sugar (12 %); salt
            vitamins (B1, B2), salt                 | vitamins; B1; B2; salt
            colour: paprika, salt                   | colour; paprika; salt
            Sugar. May contain milk.                | Sugar; May contain milk
            juice from conc. apple, salt            | juice from conc. apple; salt
            sugar – salt - oil                      | sugar; salt; oil
            soya-lecithin, low-fat milk             | soya-lecithin; low-fat milk
            sugar • salt · oil / water              | sugar; salt; oil; water
            """)
    void aListFallsApartIntoItsItems(String text, String items) {
        assertThat(texts(text)).containsExactly(items.split("; ", -1));
    }

    @Test
    void whatStandsInBracketsBelongsToWhatStandsBefore() {
        List<Segment> segments = Segments.of("sauce (stock (fat), water), salt");

        assertThat(segments).extracting(Segment::depth).containsExactly(0, 1, 2, 1, 0);
        assertThat(segments).extracting(Segment::parent).containsExactly(-1, 0, 1, 0, -1);
        assertThat(segments.getFirst().opens()).isTrue();
    }

    @Test
    void bracketsThatDoNotMatchLoseNothing() {
        assertThat(texts("sugar (salt, oil")).containsExactly("sugar", "salt", "oil");
        assertThat(texts("sugar), salt), oil")).containsExactly("sugar", "salt", "oil");
        assertThat(texts("(".repeat(100) + "sugar")).contains("sugar");
    }

    @Test
    void sentencesAreCounted() {
        assertThat(Segments.of("Sugar, salt. May contain milk, egg."))
                .extracting(Segment::sentence)
                .containsExactly(0, 0, 1, 1);
    }

    private static List<String> texts(String text) {
        return Segments.of(text).stream()
                .map(segment -> text.substring(segment.from(), segment.to()).strip())
                .filter(item -> !item.isEmpty())
                .toList();
    }
}
