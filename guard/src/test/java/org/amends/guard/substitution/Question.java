package org.amends.guard.substitution;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.amends.guard.Standard;
import org.amends.preference.StatedPreference;
import org.amends.slip.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A question to the guard about one product, built up as a test reads: by default about a product of no telling name with an
 * unknown list, asked in English for somebody who stated and bought nothing.
 */
record Question(
        String locale,
        List<Purchase> history,
        List<StatedPreference> stated,
        @Nullable Product ordered,
        Product candidate) {

    /** Somebody with these needs, parted by commas; an empty text is none. */
    static Question of(String needs) {
        return new Question(
                "en",
                List.of(),
                CaseTable.list(needs).stream().map(StatedPreference::read).toList(),
                null,
                product("Product"));
    }

    static Product product(String name) {
        return new Product(name, null, null, List.of(), null);
    }

    Question in(String language) {
        return new Question(language, history, stated, ordered, candidate);
    }

    /** Purchases before, each as {@code times, name}. */
    Question bought(String... purchases) {
        List<Purchase> all = new ArrayList<>(history);
        for (String purchase : purchases) {
            String[] parts = purchase.split(",", 2);
            all.add(new Purchase(parts[1].strip(), null, Integer.parseInt(parts[0].strip())));
        }
        return new Question(locale, all, stated, ordered, candidate);
    }

    Question ordered(Product product) {
        return new Question(locale, history, stated, product, candidate);
    }

    Question ordered(String name) {
        return ordered(product(name));
    }

    Question candidate(Product product) {
        return new Question(locale, history, stated, ordered, product);
    }

    Question name(String name) {
        return candidate(new Product(
                name, candidate.category(), candidate.ingredients(), candidate.labels(), candidate.price()));
    }

    Question category(String category) {
        return candidate(new Product(
                candidate.name(), category, candidate.ingredients(), candidate.labels(), candidate.price()));
    }

    Question list(@Nullable String ingredients) {
        return candidate(new Product(
                candidate.name(), candidate.category(), ingredients, candidate.labels(), candidate.price()));
    }

    Question labels(String... labels) {
        return candidate(new Product(
                candidate.name(),
                candidate.category(),
                candidate.ingredients(),
                Arrays.asList(labels),
                candidate.price()));
    }

    Question price(String price) {
        return candidate(new Product(
                candidate.name(),
                candidate.category(),
                candidate.ingredients(),
                candidate.labels(),
                new BigDecimal(price)));
    }

    SubstitutionRequest request() {
        return new SubstitutionRequest("r", locale, history, stated, ordered, List.of(new Candidate("c", candidate)));
    }

    SubstitutionAnswer answer() {
        return Standard.GUARD.answer(request());
    }

    Verdict verdict() {
        return answer().verdicts().getFirst().verdict();
    }

    /** The rules that spoke against it, the strictest first. */
    List<String> rules() {
        return answer().verdicts().getFirst().reasons().stream()
                .map(Reason::rule)
                .toList();
    }
}
