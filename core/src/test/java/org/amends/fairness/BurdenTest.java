package org.amends.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BurdenTest {

    /** Newcombe 1998, Statistics in Medicine 17, table I, method 3 (score without continuity correction). */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
        hits, all, low,    high
        81,  263, 0.2553, 0.3662
        15,  148, 0.0624, 0.1605
        0,    20, 0.0000, 0.1611
        1,    29, 0.0061, 0.1718
        """)
    void intervalsAreThosePublished(long hits, long all, double low, double high) {
        Rate rate = new Rate(hits, all);

        assertThat(rate.low()).isCloseTo(low, within(0.00005));
        assertThat(rate.high()).isCloseTo(high, within(0.00005));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
        hits, all, otherHits, others, finding
        5,    19,  5,         1000,   TOO_FEW
        10,   100, 100,       1000,   EVEN
        12,   100, 90,        1000,   HEAVIER
        30,   100, 90,        1000,   CLEARLY_HEAVIER
        0,    100, 90,        1000,   EVEN
        1,    100, 0,         1000,   EVEN
        """)
    void saysWhetherItFallsOnAGroupMoreOften(long hits, long all, long otherHits, long others, Burden.Finding finding) {
        assertThat(new Burden(new Rate(hits, all), new Rate(otherHits, others)).finding())
                .isEqualTo(finding);
    }

    @Test
    void nothingSeenSaysNothing() {
        assertThat(new Rate(0, 0)).returns(0.0, Rate::low).returns(1.0, Rate::high);
        assertThatThrownBy(() -> new Rate(2, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
