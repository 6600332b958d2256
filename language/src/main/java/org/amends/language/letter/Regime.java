package org.amends.language.letter;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules under which the complaint is handled, and what they require the letter to say.
 *
 * @param name the rules, a noun in the nominative
 * @param deadline the last day for the final answer
 * @param referral where the customer can turn when the answer does not satisfy
 * @param statements sentences that the rules prescribe, printed word for word
 */
public record Regime(
        Wording name,
        @Nullable LocalDate deadline,
        @Nullable Referral referral,
        List<Wording> statements) {

    public Regime {
        statements = List.copyOf(statements);
    }

    /**
     * An outside body that settles disputes.
     *
     * @param name its name, in the nominative
     * @param web its web address
     * @param address its postal address
     * @param free whether it costs the customer nothing
     * @param limit how long the customer has to turn to it
     */
    public record Referral(
            Wording name,
            @Nullable String web,
            @Nullable String address,
            boolean free,
            @Nullable TimeLimit limit) {

        /** A right without a way to it is none. */
        public Referral {
            if (web == null && address == null) {
                throw new IllegalArgumentException("a referral needs a web address or a postal address.");
            }
        }
    }

    /**
     * A span of time.
     *
     * @param count how many, at least 1
     * @param start the day from which it runs
     */
    public record TimeLimit(int count, Unit unit, Start start) {

        public TimeLimit {
            if (count < 1) {
                throw new IllegalArgumentException("count must be at least 1 but was %d.".formatted(count));
            }
        }

        /** The unit of a span. */
        public enum Unit {
            DAYS,
            WEEKS,
            MONTHS,
            YEARS
        }

        /** When a span begins. */
        public enum Start {
            /** The date of this letter. */
            LETTER,
            /** The day on which the customer complained. */
            COMPLAINT
        }
    }
}
