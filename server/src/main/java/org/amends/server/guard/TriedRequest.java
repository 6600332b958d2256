package org.amends.server.guard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.amends.guard.json.RequestReading;
import org.amends.guard.substitution.Candidate;
import org.amends.guard.substitution.Product;
import org.amends.guard.substitution.SubstitutionRequest;
import org.amends.preference.Need;
import org.amends.preference.StatedPreference;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What somebody typed in to try a substitution.
 *
 * @param customer empty where the needs are stated by hand only
 * @param stated further needs in words, separated by commas
 * @param candidates as many as there are fields for, empty ones included
 */
public record TriedRequest(String customer, Set<Need> needs, String stated, Typed ordered, List<Typed> candidates) {

    /** How many candidates can be tried at once. */
    static final int MOST = 5;

    private static final int LONGEST = 10_000;

    public TriedRequest {
        needs = Set.copyOf(needs);
        candidates = List.copyOf(candidates);
    }

    /** A product as it was typed in. */
    public record Typed(String name, String ingredients, String labels, String price) {

        boolean isEmpty() {
            return name.isBlank();
        }

        /** Whether the price is one, or left out. */
        public boolean hasUsablePrice() {
            return price.isBlank() || amount() != null;
        }

        @Nullable
        BigDecimal amount() {
            try {
                BigDecimal amount =
                        price.isBlank() ? null : new BigDecimal(price.strip().replace(',', '.'));
                return amount == null || amount.signum() < 0 || Math.abs(amount.scale()) > 6 ? null : amount;
            } catch (NumberFormatException none) {
                return null;
            }
        }

        Product product() {
            List<String> marks = new ArrayList<>();
            for (String label : labels.split(",", -1)) {
                if (!label.isBlank()) {
                    marks.add(label.strip());
                }
            }
            return new Product(name.strip(), null, ingredients.isBlank() ? null : ingredients.strip(), marks, amount());
        }
    }

    /** Nothing typed in yet. */
    static TriedRequest empty() {
        List<Typed> candidates = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            candidates.add(new Typed("", "", "", ""));
        }
        return new TriedRequest("", Set.of(), "", new Typed("", "", "", ""), candidates);
    }

    static TriedRequest read(MultiValueMap<String, String> form) {
        Set<Need> needs = EnumSet.noneOf(Need.class);
        for (String name : form.getOrDefault("need", List.of())) {
            Need need = Need.named(name);
            if (need != null) {
                needs.add(need);
            }
        }
        List<Typed> candidates = new ArrayList<>();
        for (int i = 1; i <= MOST; i++) {
            candidates.add(typed(form, "candidate" + i));
        }
        return new TriedRequest(
                text(form, "customer").strip(),
                needs,
                text(form, "stated").strip(),
                typed(form, "ordered"),
                candidates);
    }

    private static Typed typed(MultiValueMap<String, String> form, String of) {
        return new Typed(
                text(form, of + "-name"),
                text(form, of + "-ingredients"),
                text(form, of + "-labels"),
                text(form, of + "-price"));
    }

    private static String text(MultiValueMap<String, String> form, String name) {
        String text = form.getFirst(name);
        return text == null ? "" : text.substring(0, Math.min(text.length(), LONGEST));
    }

    /** Whether there is anything to answer. */
    public boolean isEmpty() {
        return candidates.stream().allMatch(Typed::isEmpty);
    }

    /** The candidates that were typed in. */
    List<Typed> filled() {
        return candidates.stream().filter(each -> !each.isEmpty()).toList();
    }

    /** What the guard is asked. */
    RequestReading.Understood request() {
        List<StatedPreference> all = new ArrayList<>();
        needs.stream().sorted().forEach(need -> all.add(new StatedPreference.OfNeed(need)));
        for (String each : stated.split("[,;\n]", -1)) {
            if (!each.isBlank()) {
                all.add(StatedPreference.read(each.strip()));
            }
        }
        List<Candidate> products = new ArrayList<>();
        for (Typed each : filled()) {
            products.add(new Candidate(String.valueOf(products.size() + 1), each.product()));
        }
        SubstitutionRequest request = new SubstitutionRequest(
                "", null, List.of(), all, ordered.isEmpty() ? null : ordered.product(), products);
        return new RequestReading.Understood(request, customer.isEmpty() ? null : customer, !all.isEmpty());
    }
}
