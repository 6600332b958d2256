package org.amends.guard.substitution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.amends.guard.food.Trait;
import org.amends.preference.InferredPreference;
import org.amends.preference.JudgedPurchase;
import org.amends.slip.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Holds a product against a need that nobody stated. What clearly goes against a sure habit is blocked, what is hidden in a list is
 * asked unless the customer buys such things; against a habit that is only possible nothing more than asking.
 */
final class InferredCheck {

    private InferredCheck() {}

    static List<Reason> of(InferredPreference inferred, ProductReading product, Habits habits) {
        List<Reason> softened = new ArrayList<>();
        for (Reason reason : NeedCheck.of(inferred.need(), product)) {
            Reason soft = softened(reason, inferred, habits);
            if (soft != null) {
                softened.add(soft);
            }
        }
        return softened;
    }

    private static @Nullable Reason softened(Reason reason, InferredPreference inferred, Habits habits) {
        String what = reason.rule().substring(reason.rule().indexOf(':') + 1);
        return switch (what) {
            case "ingredient", "name", "trace", "meat_with_milk" ->
                as(inferred.isConfident() ? reason.verdict() : Verdict.ASK, reason, inferred);
            case "hidden" ->
                habits.buy(Trait.set(Trait.SLAUGHTER, Trait.INSECT)) ? null : as(Verdict.ASK, reason, inferred);
            case "not_certified", "doubt", "unknown_ingredients" ->
                inferred.isConfident() && !reason.evidence().equals(NeedCheck.PROCESSED)
                        ? as(Verdict.ASK, reason, inferred)
                        : null;
            default -> null;
        };
    }

    private static Reason as(Verdict verdict, Reason reason, InferredPreference inferred) {
        long against = inferred.habit().contradicting().stream()
                .mapToLong(JudgedPurchase::times)
                .sum();
        String evidence = "%s Nobody said so; %d purchases suggest it, %s against."
                .formatted(reason.evidence(), inferred.habit().purchases(), against == 0 ? "none" : against);
        double confidence = reason.confidence() * inferred.habit().confidence();
        return new Reason(verdict, "inferred:" + reason.rule().toLowerCase(Locale.ROOT), evidence, confidence);
    }
}
