package org.amends.guard.substitution;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.amends.guard.food.Claim;
import org.amends.guard.food.Word;
import org.amends.guard.food.Words;
import org.amends.guard.label.Finding;
import org.amends.slip.Verdict;
import org.jspecify.annotations.Nullable;

/** Picks the best of what may be sent: the same kind of product, then size, then brand and tier, then the nearest price. */
final class BestChoice {

    private static final double SAME_SIZE = 0.02;
    private static final double NEAR_SIZE = 0.25;

    /** How near a candidate is to what was ordered; less is nearer, except for kind. */
    private record Nearness(int number, int kind, int size, int brand, int tier, BigDecimal price) {}

    private static final Comparator<Nearness> NEAREST = Comparator.comparingInt(Nearness::kind)
            .reversed()
            .thenComparingInt(Nearness::size)
            .thenComparingInt(Nearness::brand)
            .thenComparingInt(Nearness::tier)
            .thenComparing(Nearness::price)
            .thenComparingInt(Nearness::number);

    private BestChoice() {}

    /** The verdicts with what speaks against each other candidate as the best, and the best. */
    static SubstitutionAnswer of(
            String id,
            @Nullable ProductReading ordered,
            List<ProductReading> products,
            List<CandidateVerdict> verdicts) {
        List<Nearness> eligible = new ArrayList<>();
        for (int i = 0; i < verdicts.size(); i++) {
            if (verdicts.get(i).verdict() == Verdict.ALLOW) {
                Nearness nearness = nearness(i, ordered, products.get(i));
                if (ordered == null || nearness.kind() > 0) {
                    eligible.add(nearness);
                }
            }
        }
        eligible.sort(NEAREST);
        List<CandidateVerdict> explained = new ArrayList<>();
        Nearness best = eligible.isEmpty() ? null : eligible.getFirst();
        for (int i = 0; i < verdicts.size(); i++) {
            CandidateVerdict verdict = verdicts.get(i);
            explained.add(
                    best != null && best.number() == i ? verdict : verdict.notBest(why(verdict, i, best, eligible)));
        }
        return new SubstitutionAnswer(
                id, explained, best == null ? null : verdicts.get(best.number()).id());
    }

    private static String why(CandidateVerdict verdict, int number, @Nullable Nearness best, List<Nearness> eligible) {
        switch (verdict.verdict()) {
            case BLOCK -> {
                return "It must not be sent.";
            }
            case ASK -> {
                return "The customer has to be asked first.";
            }
            case ALLOW -> {}
        }
        for (Nearness each : eligible) {
            if (each.number() == number && best != null) {
                return difference(each, best);
            }
        }
        return "It is another kind of product.";
    }

    private static String difference(Nearness each, Nearness best) {
        if (each.kind() != best.kind()) {
            return "Another is nearer in kind.";
        }
        if (each.size() != best.size()) {
            return "Another is nearer in size.";
        }
        if (each.brand() != best.brand()) {
            return "Another is of the same brand.";
        }
        if (each.tier() != best.tier()) {
            return "Another is of the same tier.";
        }
        return each.price().compareTo(best.price()) == 0
                ? "Another is as near and comes first."
                : "Another is nearer in price.";
    }

    private static Nearness nearness(int number, @Nullable ProductReading ordered, ProductReading candidate) {
        if (ordered == null) {
            return new Nearness(number, 0, 0, 0, 0, BigDecimal.ZERO);
        }
        BigDecimal was = ordered.product().price();
        BigDecimal is = candidate.product().price();
        BigDecimal apart =
                was == null || is == null ? BigDecimal.ZERO : is.subtract(was).abs();
        return new Nearness(
                number,
                kind(ordered, candidate),
                size(ordered.product().name(), candidate.product().name()),
                sharesBrand(ordered, candidate) ? 0 : 1,
                tier(ordered) == tier(candidate) ? 0 : 1,
                apart);
    }

    /** The category counts one, the foods that the names name up to two, the words of what was ordered up to three. */
    private static int kind(ProductReading ordered, ProductReading candidate) {
        String category = ordered.product().category();
        String other = candidate.product().category();
        boolean same = category != null && other != null && category.strip().equalsIgnoreCase(other.strip());
        Set<String> foods = named(ordered);
        Set<String> others = named(candidate);
        Set<String> all = new HashSet<>(foods);
        all.addAll(others);
        foods.retainAll(others);
        int shared = foods.isEmpty() ? 0 : 2 * foods.size() >= all.size() ? 2 : 1;
        return (same ? 1 : 0) + shared + sharedWords(ordered, candidate);
    }

    /** How much of the words of what was ordered, without numbers and brands, stands in the other name. */
    private static int sharedWords(ProductReading ordered, ProductReading candidate) {
        Set<String> wanted = words(ordered);
        Set<String> found = words(candidate);
        int all = wanted.size();
        wanted.retainAll(found);
        int shared = wanted.size();
        return shared == 0 ? 0 : shared == all ? 3 : 2 * shared >= all ? 2 : 1;
    }

    private static Set<String> words(ProductReading product) {
        Set<String> brands = new HashSet<>();
        for (String unknown : product.name().unknown()) {
            Words.of(unknown).forEach(word -> brands.add(word.text()));
        }
        Set<String> words = new HashSet<>();
        for (Word word : Words.of(product.product().name())) {
            if (word.text().length() > 2
                    && Character.isLetter(word.text().charAt(0))
                    && !brands.contains(word.text())) {
                words.add(word.text());
            }
        }
        return words;
    }

    private static Set<String> named(ProductReading product) {
        Set<String> foods = new HashSet<>();
        for (Finding finding : product.name().findings()) {
            foods.add(finding.food().key());
        }
        return foods;
    }

    private static int size(String ordered, String candidate) {
        double was = Packs.amount(ordered);
        double is = Packs.amount(candidate);
        if (Double.isNaN(was) || Double.isNaN(is) || was == 0) {
            return 1;
        }
        double apart = Math.abs(is / was - 1);
        return apart <= SAME_SIZE ? 0 : apart <= NEAR_SIZE ? 1 : 2;
    }

    private static boolean sharesBrand(ProductReading ordered, ProductReading candidate) {
        for (String unknown : ordered.name().unknown()) {
            for (String other : candidate.name().unknown()) {
                if (unknown.equalsIgnoreCase(other)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int tier(ProductReading product) {
        return product.labels() & (Claim.OWN_BRAND.bit() | Claim.PREMIUM.bit());
    }
}
