package org.amends.server.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskMarkTest {

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            before, probability, after
            LOW, 0.24, LOW
            LOW, 0.25, RAISED
            LOW, 0.50, HIGH
            RAISED, 0.23, RAISED
            RAISED, 0.22, LOW
            RAISED, 0.49, RAISED
            HIGH, 0.46, HIGH
            HIGH, 0.44, RAISED
            HIGH, 0.10, LOW
            """)
    void risesAtTheMarkAndFallsATenthBelowIt(RiskMark before, double probability, RiskMark after) {
        assertThat(before.next(probability)).isEqualTo(after);
    }
}
