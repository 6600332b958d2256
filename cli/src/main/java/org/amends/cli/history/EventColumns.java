package org.amends.cli.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.amends.event.Spelling;

/** The columns that make an event, and what to say when they are not there. */
public final class EventColumns {

    /** Without these there is no event. */
    public static final List<String> NEEDED = List.of("event_id", "customer", "time", "type");

    /** These say more of an event. */
    public static final List<String> FURTHER =
            List.of("brand", "ref", "amount", "currency", "kind", "severity", "attributes");

    /** These may stand as columns of their own or within {@code attributes}. */
    public static final List<String> ATTRIBUTES =
            List.of("motive", "hostility", "controllable", "stable", "quality", "value", "due", "about");

    private static final Set<String> ALL = all();

    private EventColumns() {}

    private static Set<String> all() {
        Set<String> all = new TreeSet<>(NEEDED);
        all.addAll(FURTHER);
        all.addAll(ATTRIBUTES);
        return Set.copyOf(all);
    }

    /** Whether a column of this name, in lower case, says something of an event. */
    static boolean has(String name) {
        return ALL.contains(name);
    }

    /** Whether a column of this name, in lower case, is none of an event's own, so that it may stand as an attribute. */
    public static boolean mayBeAttribute(String name) {
        return !NEEDED.contains(name) && !FURTHER.contains(name) && !name.startsWith("amends_");
    }

    /**
     * Refuses what lacks a needed column.
     *
     * @param place what was looked at
     * @param found the names that are there
     * @param remedy how to make them right
     * @throws HistoryException when one is missing
     */
    static void require(String place, Collection<String> found, String remedy) {
        Set<String> folded = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        folded.addAll(found);
        List<String> missing = new ArrayList<>();
        List<String> hints = new ArrayList<>();
        for (String needed : NEEDED) {
            if (!folded.contains(needed)) {
                missing.add(needed);
                hint(needed, found).ifPresent(hints::add);
            }
        }
        if (!missing.isEmpty()) {
            throw new HistoryException(
                    place,
                    "the column%s %s %s missing; found %s"
                            .formatted(
                                    missing.size() == 1 ? "" : "s",
                                    String.join(", ", missing),
                                    missing.size() == 1 ? "is" : "are",
                                    found.isEmpty() ? "none" : String.join(", ", found)),
                    (hints.isEmpty() ? "" : "Maybe " + String.join(", ", hints) + ". ") + remedy);
        }
    }

    private static final Map<String, List<String>> OTHER_NAMES = Map.of(
            "event_id", List.of("id", "eventid", "order_id", "invoiceno", "transaction_id"),
            "customer", List.of("customer_id", "customerid", "client", "user_id", "user", "account"),
            "time", List.of("timestamp", "date", "event_time", "datetime", "created_at", "invoicedate"),
            "type", List.of("event_type", "event", "action"));

    private static java.util.Optional<String> hint(String needed, Collection<String> found) {
        List<String> others = OTHER_NAMES.getOrDefault(needed, List.of());
        for (String name : found) {
            boolean alike = Spelling.distance(name, needed) <= 2;
            if (alike || others.stream().anyMatch(name::equalsIgnoreCase)) {
                return java.util.Optional.of("\"%s\" is the %s".formatted(name, needed));
            }
        }
        return java.util.Optional.empty();
    }
}
