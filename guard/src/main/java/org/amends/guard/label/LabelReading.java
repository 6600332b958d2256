package org.amends.guard.label;

import java.util.List;
import org.amends.guard.food.Claim;
import org.amends.guard.food.Language;
import org.jspecify.annotations.Nullable;

/**
 * What a text on a product says.
 *
 * @param findings the foods that it names, in order
 * @param unknown words that might name a food and are not known
 * @param kinds which kinds of words are in it, as a set of {@link org.amends.guard.food.WordKind}s
 * @param claims what it says of the whole product, as a set of {@link Claim}s
 * @param language the language that most of it is in; null where no word is known
 */
public record LabelReading(
        List<Finding> findings,
        List<String> unknown,
        int kinds,
        int claims,
        @Nullable Language language) {

    /** Of an empty text. */
    public static final LabelReading NOTHING = new LabelReading(List.of(), List.of(), 0, 0, null);

    public LabelReading {
        findings = List.copyOf(findings);
        unknown = List.copyOf(unknown);
    }

    /** Whether it makes this claim for the whole product. */
    public boolean claims(Claim claim) {
        return (claims & claim.bit()) != 0;
    }

    /** What is certainly in it, as a set of traits. */
    public long is() {
        long set = 0;
        for (Finding finding : findings) {
            set |= finding.is();
        }
        return set;
    }
}
