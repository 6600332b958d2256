package org.amends.cli.simulate;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.amends.event.Event;
import org.amends.event.EventRow;
import org.amends.event.Want;
import org.amends.money.Money;
import org.jspecify.annotations.Nullable;

/** Events as the columns of a history file: what {@code EventRowReader} reads back as the same event. */
final class EventColumns {

    /** The columns that differ by type. */
    private record Rest(
            @Nullable String ref,
            @Nullable Money amount,
            @Nullable String kind,
            @Nullable Double severity,
            Map<String, String> attributes) {

        static Rest of(@Nullable String ref, @Nullable Money amount, @Nullable String kind, @Nullable Double severity) {
            return new Rest(ref, amount, kind, severity, Map.of());
        }

        static Rest kind(@Nullable String kind) {
            return of(null, null, kind, null);
        }

        static Rest ref(@Nullable String ref) {
            return of(ref, null, null, null);
        }
    }

    private EventColumns() {}

    static EventRow of(Event event) {
        Rest rest = rest(event);
        Money amount = rest.amount();
        return new EventRow(
                event.id().value(),
                event.customer().value(),
                event.header().brand(),
                event.time(),
                event.type().stableName(),
                rest.ref(),
                amount == null ? null : decimal(amount),
                amount == null ? null : amount.currency().getCurrencyCode(),
                rest.kind(),
                rest.severity(),
                rest.attributes());
    }

    private static Rest rest(Event event) {
        return switch (event) {
            case Event.Purchase it -> Rest.of(it.ref(), it.amount(), it.kind(), null);
            case Event.PurchaseCancelled it -> Rest.of(it.ref(), it.amount(), null, null);
            case Event.Return it -> Rest.of(it.ref(), it.amount(), it.kind(), null);
            case Event.Visit it -> Rest.kind(it.kind());
            case Event.Engagement it -> Rest.kind(it.kind());
            case Event.MembershipChanged it -> Rest.kind(lowerCase(it.tier()));
            case Event.AttentionGiven it -> Rest.kind(it.kind());
            case Event.Failure it -> failure(it);
            case Event.Complaint it -> complaint(it);
            case Event.Contact it -> Rest.of(it.ref(), null, it.channel(), null);
            case Event.ReplySent it -> Rest.of(it.ref(), null, lowerCase(it.kind()), null);
            case Event.RemedyGiven it ->
                new Rest(it.ref(), it.amount(), it.kind(), null, attributes("quality", it.quality()));
            case Event.IssueResolved it -> Rest.ref(it.ref());
            case Event.PromiseMade it -> promise(it);
            case Event.PromiseKept it -> Rest.ref(it.ref());
            case Event.PromiseBroken it -> Rest.of(it.ref(), null, null, it.severity());
            case Event.Feedback it -> feedback(it);
            case Event.CompetitorSignal it -> Rest.of(null, null, it.kind(), it.strength());
            case Event.PreferenceStated it -> Rest.kind(it.preference());
            case Event.PreferenceWithdrawn it -> Rest.kind(it.preference());
            case Event.PreferenceViolated it -> Rest.of(it.ref(), null, it.preference(), it.severity());
            case Event.Advocacy it -> Rest.kind(it.kind());
            case Event.PublicCriticism it -> Rest.of(null, null, it.kind(), it.severity());
            case Event.DepartureAnnounced it -> Rest.kind(it.reason());
            case Event.Departed it -> Rest.kind(it.reason());
            case Event.Parted ignored -> Rest.kind(null);
            case Event.Returned ignored -> Rest.kind(null);
            case Event.Erased ignored -> Rest.kind(null);
        };
    }

    private static Rest failure(Event.Failure it) {
        Map<String, String> attributes = new HashMap<>();
        put(attributes, "controllable", it.controllable());
        put(attributes, "stable", it.stable());
        return new Rest(it.ref(), it.atStake(), it.kind().name(), it.severity(), attributes);
    }

    private static Rest complaint(Event.Complaint it) {
        Map<String, String> attributes = new HashMap<>();
        if (it.want() != Want.UNKNOWN) {
            attributes.put("motive", lowerCase(it.want()));
        }
        attributes.put("hostility", Integer.toString(it.hostility().ordinal()));
        return new Rest(
                it.ref(), it.claimed(), it.kind() == null ? null : it.kind().name(), it.severity(), attributes);
    }

    private static Rest promise(Event.PromiseMade it) {
        Map<String, String> attributes = new HashMap<>();
        put(attributes, "about", it.about());
        Instant due = it.due();
        put(attributes, "due", due);
        return new Rest(it.ref(), null, null, null, attributes);
    }

    /** Whole stars where the score is one of theirs, else the unit interval, so that reading gives the same score. */
    private static Rest feedback(Event.Feedback it) {
        double stars = 1 + 4 * it.score();
        boolean whole = stars == Math.rint(stars);
        return new Rest(
                it.ref(),
                null,
                whole ? "stars" : "unit",
                null,
                Map.of("value", whole ? Integer.toString((int) stars) : Double.toString(it.score())));
    }

    private static BigDecimal decimal(Money money) {
        int digits = money.currency().getDefaultFractionDigits();
        return BigDecimal.valueOf(money.minorUnits(), digits < 0 ? 2 : digits);
    }

    private static Map<String, String> attributes(String name, @Nullable Object value) {
        return value == null ? Map.of() : Map.of(name, value.toString());
    }

    private static void put(Map<String, String> attributes, String name, @Nullable Object value) {
        if (value != null) {
            attributes.put(name, value.toString());
        }
    }

    private static String lowerCase(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
