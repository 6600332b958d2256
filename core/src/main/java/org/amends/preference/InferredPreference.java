package org.amends.preference;

/**
 * A need that purchases suggest and nobody stated. It is a type of its own so that it cannot pass for a {@link Preference}: it is
 * a reason to be careful with an order, never a fact to be shown to an agent or told to the customer.
 *
 * @param habit what it was read from, with a verdict other than {@link Habit.Verdict#NONE}
 */
public record InferredPreference(Habit habit) {

    public InferredPreference {
        if (habit.verdict() == Habit.Verdict.NONE) {
            throw new IllegalArgumentException(
                    "Nothing is inferred of %s: %s.".formatted(habit.need().stableName(), habit.ground()));
        }
    }

    /** Which need. */
    public Need need() {
        return habit.need();
    }

    /** Whether clear violations may be blocked; otherwise they are only asked about. */
    public boolean isConfident() {
        return habit.verdict() == Habit.Verdict.CONFIDENT;
    }
}
