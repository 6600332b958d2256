package org.amends.deadline;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which cases a regime is about. What is not limited is about all.
 *
 * @param countries ISO 3166-1 alpha-2, empty for all
 * @param sectors the company's lines of business, one of which is enough, empty for all
 * @param kinds of failure, one of which is enough, empty for all
 * @param tags of the case, one of which is enough, empty for all
 * @param from the first day of receipt, or null
 * @param until the last day of receipt, or null
 * @param onRequest whether it applies only where a case or a setting names it
 */
public record Scope(
        Set<String> countries,
        Set<String> sectors,
        Set<String> kinds,
        Set<String> tags,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        boolean onRequest) {

    /** Copies its sets. */
    public Scope {
        countries = Set.copyOf(countries);
        sectors = Set.copyOf(sectors);
        kinds = Set.copyOf(kinds);
        tags = Set.copyOf(tags);
    }

    /**
     * What is known of a case when its rules are chosen.
     *
     * @param country of the customer, empty when it is not known
     * @param received the day, where the customer is
     */
    public record Facts(
            String country,
            Collection<String> sectors,
            Collection<String> kinds,
            Collection<String> tags,
            LocalDate received) {}

    /** Whether rules of this scope were in force on this day. */
    public boolean inForce(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }

    /** Whether a case of which this is known is within it. */
    public boolean includes(Facts facts) {
        return !onRequest
                && inForce(facts.received())
                && (countries.isEmpty()
                        || countries.contains(facts.country())
                        || countries.contains(whole(facts.country())))
                && meets(sectors, facts.sectors())
                && meets(kinds, facts.kinds())
                && meets(tags, facts.tags());
    }

    /** What holds in a country holds in its parts. */
    private static String whole(String country) {
        int hyphen = country.indexOf('-');
        return hyphen < 0 ? country : country.substring(0, hyphen);
    }

    private static boolean meets(Set<String> wanted, Collection<String> found) {
        return wanted.isEmpty() || found.stream().anyMatch(wanted::contains);
    }
}
