package org.amends.event;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.amends.event.RowReading.Accepted;
import org.amends.event.RowReading.Rejected;
import org.amends.event.RowReading.UnknownType;
import org.amends.money.Money;
import org.jspecify.annotations.Nullable;

/** Understands rows as events. What is wrong with a row is an answer, not an exception: histories of real life are dirty. */
public final class EventRowReader {

    /** The scales on which customers rate, each with its worst and best value. */
    private static final Map<String, double[]> SCALES = Map.of(
            "nps", new double[] {0, 10},
            "csat", new double[] {1, 5},
            "stars", new double[] {1, 5},
            "ces", new double[] {1, 7},
            "percent", new double[] {0, 100},
            "unit", new double[] {0, 1});

    private static final Map<String, Currency> CURRENCIES = new ConcurrentHashMap<>();

    /** A column that spoils its row; caught in {@link #read} and nowhere else. */
    private static final class Spoiled extends RuntimeException {
        private final transient Rejected rejected;

        Spoiled(String column, String reason, String remedy) {
            super(reason, null, false, false);
            this.rejected = new Rejected(column, reason, remedy);
        }
    }

    private EventRowReader() {}

    /** The event of this row, or why it is none. */
    public static RowReading read(EventRow row) {
        if (row.type() == null || row.type().isBlank()) {
            return new Rejected("type", "type is empty", "Maybe map it in the query: 'purchase' AS type.");
        }
        EventType type = EventType.named(row.type());
        if (type == null) {
            return new UnknownType(row.type(), EventType.nearestTo(row.type()).stableName());
        }
        try {
            return new Accepted(event(type, row));
        } catch (Spoiled spoiled) {
            return spoiled.rejected;
        }
    }

    private static Event event(EventType type, EventRow row) {
        EventHeader header = header(row);
        String ref = blankToNull(row.ref());
        String kind = blankToNull(row.kind());
        return switch (type) {
            case PURCHASE -> new Event.Purchase(header, ref, positive(row), kind);
            case PURCHASE_CANCELLED -> new Event.PurchaseCancelled(header, ref, magnitude(row));
            case RETURN -> new Event.Return(header, ref, magnitude(row), kind);
            case VISIT -> new Event.Visit(header, kind);
            case ENGAGEMENT -> new Event.Engagement(header, kind);
            case MEMBERSHIP_CHANGED ->
                new Event.MembershipChanged(header, oneOf(Tier.class, "kind", required("kind", kind)));
            case ATTENTION_GIVEN -> new Event.AttentionGiven(header, kind);
            case FAILURE -> failure(header, row, ref);
            case COMPLAINT -> complaint(header, row, ref);
            case CONTACT -> new Event.Contact(header, ref, kind);
            case REPLY_SENT ->
                new Event.ReplySent(
                        header, ref, kind == null ? ReplyKind.ANSWER : oneOf(ReplyKind.class, "kind", kind));
            case REMEDY_GIVEN ->
                new Event.RemedyGiven(
                        header, ref, required("kind", kind), positive(row), unit("quality", number(row, "quality")));
            case ISSUE_RESOLVED -> new Event.IssueResolved(header, ref);
            case PROMISE_MADE ->
                new Event.PromiseMade(header, required("ref", ref), row.attribute("about"), instant(row, "due"));
            case PROMISE_KEPT -> new Event.PromiseKept(header, required("ref", ref));
            case PROMISE_BROKEN -> new Event.PromiseBroken(header, required("ref", ref), severity(row));
            case FEEDBACK -> new Event.Feedback(header, ref, score(row, kind));
            case COMPETITOR_SIGNAL -> new Event.CompetitorSignal(header, kind, severityOr(row, 0.5));
            case PREFERENCE_STATED -> preferenceStated(header, row);
            case PREFERENCE_WITHDRAWN -> new Event.PreferenceWithdrawn(header, required("kind", kind));
            case PREFERENCE_VIOLATED -> new Event.PreferenceViolated(header, ref, kind, severity(row));
            case ADVOCACY -> new Event.Advocacy(header, kind);
            case PUBLIC_CRITICISM -> new Event.PublicCriticism(header, kind, severityOr(row, 0.5));
            case DEPARTURE_ANNOUNCED -> new Event.DepartureAnnounced(header, kind);
            case DEPARTED -> new Event.Departed(header, kind);
            case PARTED -> new Event.Parted(header);
            case RETURNED -> new Event.Returned(header);
            case ERASED -> new Event.Erased(header);
        };
    }

    private static EventHeader header(EventRow row) {
        String id = required("event_id", blankToNull(row.eventId()));
        String customer = required("customer", blankToNull(row.customer()));
        Instant time = row.time();
        if (time == null) {
            throw new Spoiled(
                    "time", "time is empty", "Give every event the time at which it happened, with its zone.");
        }
        return new EventHeader(new EventId(id), new CustomerId(customer), blankToNull(row.brand()), time);
    }

    private static Event failure(EventHeader header, EventRow row, @Nullable String ref) {
        return new Event.Failure(
                header,
                ref,
                failureKind(required("kind", blankToNull(row.kind()))),
                severity(row),
                magnitude(row),
                bool(row, "controllable"),
                bool(row, "stable"));
    }

    private static Event complaint(EventHeader header, EventRow row, @Nullable String ref) {
        String kind = blankToNull(row.kind());
        String motive = row.attribute("motive");
        return new Event.Complaint(
                header,
                ref,
                kind == null ? null : failureKind(kind),
                severity(row),
                magnitude(row),
                motive == null ? Want.UNKNOWN : oneOf(Want.class, "motive", motive),
                hostility(row));
    }

    private static Event preferenceStated(EventHeader header, EventRow row) {
        String by = row.attribute("stated_by");
        Instant from = instant(row, "valid_from");
        Instant until = instant(row, "valid_until");
        if (from != null && until != null && !from.isBefore(until)) {
            throw new Spoiled("valid_until", "valid_until is " + until, "It comes after valid_from, " + from + ".");
        }
        return new Event.PreferenceStated(
                header,
                required("kind", blankToNull(row.kind())),
                by == null ? PreferenceSource.CUSTOMER : oneOf(PreferenceSource.class, "stated_by", by),
                from,
                until);
    }

    private static Hostility hostility(EventRow row) {
        Double level = number(row, "hostility");
        if (level == null) {
            return Hostility.CALM;
        }
        if (level != Math.rint(level) || level < 0 || level > 3) {
            throw new Spoiled("hostility", "hostility is " + trimmed(level), "Use 0 (calm), 1, 2 or 3 (raging).");
        }
        return Hostility.values()[level.intValue()];
    }

    private static double score(EventRow row, @Nullable String kind) {
        String scale = kind == null ? "unit" : kind.toLowerCase(Locale.ROOT);
        double[] range = SCALES.get(scale);
        if (range == null) {
            throw new Spoiled(
                    "kind",
                    "the scale \"%s\" is not known".formatted(scale),
                    "Use one of " + SCALES.keySet().stream().sorted().collect(Collectors.joining(", ")) + ".");
        }
        Double given = number(row, "value");
        double value =
                given != null ? given : row.amount() != null ? row.amount().doubleValue() : Double.NaN;
        if (!(value >= range[0] && value <= range[1])) {
            throw new Spoiled(
                    "value",
                    Double.isNaN(value) ? "value is empty" : "value is " + trimmed(value),
                    "A rating on the scale %s lies between %s and %s."
                            .formatted(scale, trimmed(range[0]), trimmed(range[1])));
        }
        return (value - range[0]) / (range[1] - range[0]);
    }

    private static FailureKind failureKind(String name) {
        if (!FailureKind.isName(name)) {
            throw new Spoiled(
                    "kind",
                    "kind is \"%s\"".formatted(name),
                    "Use lower-case words joined by underscores, for example late_delivery.");
        }
        return new FailureKind(name);
    }

    private static @Nullable Money positive(EventRow row) {
        Money amount = money(row);
        if (amount != null && amount.minorUnits() < 0) {
            throw new Spoiled(
                    "amount",
                    "amount is " + row.amount(),
                    "An amount here is not negative. Maybe this is a purchase_cancelled or a return.");
        }
        return amount;
    }

    /** What was lost or given back; files write it with either sign. */
    private static @Nullable Money magnitude(EventRow row) {
        Money amount = money(row);
        return amount == null || amount.minorUnits() >= 0
                ? amount
                : new Money(amount.currency(), Math.negateExact(amount.minorUnits()));
    }

    private static @Nullable Money money(EventRow row) {
        BigDecimal amount = row.amount();
        if (amount == null) {
            return null;
        }
        try {
            return Money.of(currency(blankToNull(row.currency())), amount);
        } catch (ArithmeticException tooLarge) {
            throw new Spoiled("amount", "amount is " + amount, "Maybe the unit is wrong: it is too large to count.");
        }
    }

    private static Currency currency(@Nullable String code) {
        if (code == null) {
            return Money.UNNAMED_CURRENCY;
        }
        Currency known = CURRENCIES.get(code);
        if (known != null) {
            return known;
        }
        try {
            Currency found = Currency.getInstance(code.toUpperCase(Locale.ROOT));
            CURRENCIES.put(code, found);
            return found;
        } catch (IllegalArgumentException unknown) {
            throw new Spoiled(
                    "currency", "currency is \"%s\"".formatted(code), "Use an ISO 4217 code, for example EUR.");
        }
    }

    private static @Nullable Double severity(EventRow row) {
        return unit("severity", row.severity());
    }

    private static double severityOr(EventRow row, double otherwise) {
        Double severity = severity(row);
        return severity == null ? otherwise : severity;
    }

    private static @Nullable Double unit(String column, @Nullable Double value) {
        if (value != null && !(value >= 0 && value <= 1)) {
            throw new Spoiled(column, "%s is %s".formatted(column, trimmed(value)), "It lies between 0 and 1.");
        }
        return value;
    }

    private static @Nullable Double number(EventRow row, String attribute) {
        String text = row.attribute(attribute);
        if (text == null) {
            return null;
        }
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException notANumber) {
            throw new Spoiled(attribute, "%s is \"%s\"".formatted(attribute, text), "Write a number, for example 0.5.");
        }
    }

    private static @Nullable Boolean bool(EventRow row, String attribute) {
        String text = row.attribute(attribute);
        if (text == null) {
            return null;
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes" -> true;
            case "false", "0", "no" -> false;
            default -> throw new Spoiled(attribute, "%s is \"%s\"".formatted(attribute, text), "Write true or false.");
        };
    }

    private static @Nullable Instant instant(EventRow row, String attribute) {
        String text = row.attribute(attribute);
        if (text == null) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException notATime) {
            throw new Spoiled(
                    attribute,
                    "%s is \"%s\"".formatted(attribute, text),
                    "Write a time with its zone, for example 2026-03-01T12:00:00Z.");
        }
    }

    private static <T extends Enum<T>> T oneOf(Class<T> names, String column, String text) {
        for (T constant : names.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(text)) {
                return constant;
            }
        }
        throw new Spoiled(
                column,
                "%s is \"%s\"".formatted(column, text),
                "Use one of "
                        + Arrays.stream(names.getEnumConstants())
                                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))
                        + ".");
    }

    private static String required(String column, @Nullable String value) {
        if (value == null) {
            throw new Spoiled(column, column + " is empty", "Give every event of this type a " + column + ".");
        }
        return value;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static String trimmed(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
