package org.amends.cli.report;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.amends.story.Language;
import org.amends.story.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportWordsTest {

    @ParameterizedTest
    @EnumSource
    void saysNothingThatTheStoriesSayAlready(Language language) {
        assertThatCode(() -> Words.in(language).and(ReportView.class, "report")).doesNotThrowAnyException();
    }
}
