package org.amends.guard.substitution;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amends.guard.Standard;
import org.amends.preference.StatedPreference;
import org.amends.slip.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 13: the same kind of product, then size, then brand and tier, then the nearest price, at most a fifth dearer. */
class BestChoiceTest {

    /** {@code letter: name, price [labels] {ingredients}}. */
    private static final Pattern CANDIDATE = Pattern.compile(
            "(\\p{Upper}): (.*?), (\\d+(?:\\.\\d+)?|-)\\s*(?:\\[(.*?)])?\\s*(?:\\{(.*)})?", Pattern.DOTALL);

    private static final Pattern ORDERED = Pattern.compile("(.*?)\\s*(?:\\[(.*)])?");

    private static final int MOST_WRONG_IN_PERCENT = 10;

    @ParameterizedTest
    @ValueSource(strings = {"best.tsv", "held_best.tsv"})
    void theNearestIsChosen(String table) {
        List<String> wrong = new ArrayList<>();
        List<String> mustNotBeSent = new ArrayList<>();
        int rows = 0;
        for (Map<String, String> row : CaseTable.rows(table)) {
            rows++;
            String best = Standard.GUARD.answer(request(row)).best();
            String given = best == null ? "-" : best;
            List<String> expected = Arrays.asList(row.get("expected").split("[/,]", -1));
            if (!expected.contains(given)) {
                (expected.contains("-") ? mustNotBeSent : wrong).add(row.get("id"));
            }
        }
        System.out.printf("%s: %d of %d right%n", table, rows - wrong.size() - mustNotBeSent.size(), rows);

        assertThat(mustNotBeSent).as("sent, though nothing was fit").isEmpty();
        assertThat(100 * wrong.size())
                .as("another was nearer: %s", wrong)
                .isLessThanOrEqualTo(MOST_WRONG_IN_PERCENT * rows);
    }

    @Test
    void whatIsAskedAboutOrBlockedIsNeverBest() {
        SubstitutionAnswer answer = Standard.GUARD.answer(new SubstitutionRequest(
                "r",
                "en",
                List.of(),
                List.of(StatedPreference.read("vegan")),
                product("Oat drink 1 l", "1.50", "Water, oats"),
                List.of(
                        new Candidate("milk", product("Whole milk 1 l", "1.50", "Milk")),
                        new Candidate("unknown", product("Oat drink 1 l", "1.50", null)),
                        new Candidate("dear", product("Oat drink 1 l", "1.81", "Water, oats")),
                        new Candidate("fit", product("Oat drink 1 l", "1.80", "Water, oats, salt")))));

        assertThat(answer.best()).isEqualTo("fit");
        assertThat(answer.verdicts())
                .extracting(CandidateVerdict::verdict)
                .containsExactly(Verdict.BLOCK, Verdict.ASK, Verdict.ASK, Verdict.ALLOW);
    }

    @Test
    void everyOtherCandidateIsToldWhyItIsNotTheBest() {
        SubstitutionAnswer answer = Standard.GUARD.answer(new SubstitutionRequest(
                "r",
                "en",
                List.of(),
                List.of(),
                product("Penne pasta 500 g", "1.00", null),
                List.of(
                        new Candidate("rice", product("Basmati rice 500 g", "1.00", null)),
                        new Candidate("small", product("Penne pasta 250 g", "1.00", null)),
                        new Candidate("dearer", product("Penne pasta 500 g", "1.15", null)),
                        new Candidate("best", product("Penne pasta 500 g", "1.05", null)),
                        new Candidate("twin", product("Penne pasta 500 g", "0.95", null)))));

        assertThat(answer.best()).isEqualTo("best");
        assertThat(answer.verdicts())
                .extracting(CandidateVerdict::whyNotBest)
                .containsExactly(
                        "It is another kind of product.",
                        "Another is nearer in size.",
                        "Another is nearer in price.",
                        null,
                        "Another is as near and comes first.");
    }

    private static Product product(String name, String price, @Nullable String ingredients) {
        return new Product(name, null, ingredients, List.of(), new BigDecimal(price));
    }

    private static SubstitutionRequest request(Map<String, String> row) {
        Matcher ordered = matched(ORDERED, row.get("ordered"));
        String category = row.get("category");
        return new SubstitutionRequest(
                row.get("id"),
                row.get("locale"),
                List.of(),
                CaseTable.list(row.get("need")).stream()
                        .map(StatedPreference::read)
                        .toList(),
                new Product(
                        ordered.group(1), category, null, labels(ordered.group(2)), CaseTable.price(row.get("price"))),
                Arrays.stream(row.get("candidates").split(" ;; ", -1))
                        .map(text -> candidate(text.strip(), category))
                        .toList());
    }

    private static Candidate candidate(String text, String category) {
        Matcher told = matched(CANDIDATE, text);
        String price = told.group(3);
        return new Candidate(
                told.group(1),
                new Product(
                        told.group(2),
                        category,
                        told.group(5),
                        labels(told.group(4)),
                        price.equals("-") ? null : new BigDecimal(price)));
    }

    private static Matcher matched(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.matches()).as(text).isTrue();
        return matcher;
    }

    private static List<String> labels(@Nullable String text) {
        return text == null ? List.of() : CaseTable.list(text);
    }
}
