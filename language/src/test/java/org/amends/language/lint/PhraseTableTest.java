package org.amends.language.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.amends.language.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables hold, for every language, sentences that break a rule and near misses that do not. */
class PhraseTableTest {

    private static final int LEAST_OF_EACH = 40;

    private static final Linter LINTER = Linter.standard();

    @ParameterizedTest(name = "{0}: {2} ({1})")
    @MethodSource("sentences")
    void aSentenceBreaksItsRuleAndANearMissDoesNot(Language language, String rule, String letter) {
        boolean allowed = rule.startsWith("!");
        String id = allowed ? rule.substring(1) : rule;

        LintReport report = LINTER.lint(letter, null, language);

        assertThat(report.findings().stream()
                        .anyMatch(finding -> finding.rule().id().equals(id)))
                .as("findings: %s", report.findings())
                .isEqualTo(!allowed);
    }

    static Stream<Arguments> sentences() {
        return Stream.of(Language.values())
                .flatMap(language ->
                        rows(language).map(row -> Arguments.of(language, row[0], row[1].replace("\\n", "\n"))));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageHasFortyOfEachKind(Language language) {
        assertThat(rows(language).filter(row -> row[0].startsWith("!"))).hasSizeGreaterThanOrEqualTo(LEAST_OF_EACH);
        assertThat(rows(language).filter(row -> !row[0].startsWith("!"))).hasSizeGreaterThanOrEqualTo(LEAST_OF_EACH);
    }

    @Test
    void everyFindingSaysWhyAndWhatToWriteInstead() {
        sentences()
                .forEach(row -> LINTER.lint((String) row.get()[2], null, (Language) row.get()[0])
                        .findings()
                        .forEach(finding -> {
                            assertThat(finding.why()).as("%s", finding).isNotBlank();
                            assertThat(finding.better()).as("%s", finding).isNotBlank();
                        }));
    }

    private static Stream<String[]> rows(Language language) {
        String name = "/lint/" + language.code() + ".tsv";
        try (InputStream stream = Objects.requireNonNull(PhraseTableTest.class.getResourceAsStream(name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith("#") && !line.isBlank())
                            .map(line -> line.split("\t", 2))
                            .toList()
                            .stream();
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
