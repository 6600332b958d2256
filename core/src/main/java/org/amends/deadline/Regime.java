package org.amends.deadline;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.amends.complaint.LetterPurpose;
import org.jspecify.annotations.Nullable;

/**
 * Rules under which complaints are handled: a law, a regulator's, a company's own.
 *
 * @param name stable, for example {@code uk-fca-payments}
 * @param title for people, by language (ISO 639-1); English at least
 * @param source where the rules are written
 * @param provenance how the numbers came here: {@code seen}, {@code second_hand}, {@code recalled} or {@code chosen}
 * @param scope which cases it is about
 * @param letters what each kind of letter must say
 * @param referral the outside body, or null where it differs from company to company, or there is none
 */
public record Regime(
        String name,
        Map<String, String> title,
        String source,
        String provenance,
        Scope scope,
        List<Duty> duties,
        Map<LetterPurpose, Set<LetterContent>> letters,
        @Nullable Referral referral) {

    /** Copies its collections. */
    public Regime {
        title = Map.copyOf(title);
        duties = List.copyOf(duties);
        Map<LetterPurpose, Set<LetterContent>> copy = new TreeMap<>();
        letters.forEach((purpose, contents) -> copy.put(purpose, Set.copyOf(contents)));
        letters = Map.copyOf(copy);
    }

    /**
     * An outside body that settles disputes.
     *
     * @param name its name in its own language
     * @param web its address
     * @param limit how long the customer has to turn to it, from the answer; null where none is known
     */
    public record Referral(
            String name, String web, @Nullable Span limit) {}

    /** What a letter of this purpose must say. */
    public Set<LetterContent> required(LetterPurpose purpose) {
        return letters.getOrDefault(purpose, Set.of());
    }
}
