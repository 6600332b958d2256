package org.amends.event;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.amends.money.Money;
import org.jspecify.annotations.Nullable;

/** Writes events as rows: {@link EventRowReader} reads each back as the same event. */
public final class EventRows {

    /** The columns that differ by type. */
    private record Rest(
            @Nullable String ref,
            @Nullable Money amount,
            @Nullable String kind,
            @Nullable Double severity,
            Map<String, String> attributes) {

        Rest(@Nullable String ref, @Nullable Money amount, @Nullable String kind, @Nullable Double severity) {
            this(ref, amount, kind, severity, Map.of());
        }
    }

    private EventRows() {}

    /** The event as columns. Amounts have the decimals of their currency; unnamed money has no currency. */
    public static EventRow of(Event event) {
        EventHeader header = event.header();
        Rest rest = rest(event);
        Money amount = rest.amount();
        return new EventRow(
                header.id().value(),
                header.customer().value(),
                header.brand(),
                header.time(),
                event.type().stableName(),
                rest.ref(),
                amount == null ? null : amount.toDecimal(),
                amount == null || amount.currency().equals(Money.UNNAMED_CURRENCY)
                        ? null
                        : amount.currency().getCurrencyCode(),
                rest.kind(),
                rest.severity(),
                rest.attributes());
    }

    private static Rest rest(Event event) {
        return switch (event) {
            case Event.Purchase it -> new Rest(it.ref(), it.amount(), it.kind(), null);
            case Event.PurchaseCancelled it -> new Rest(it.ref(), it.amount(), null, null);
            case Event.Return it -> new Rest(it.ref(), it.amount(), it.kind(), null);
            case Event.Visit it -> kind(it.kind());
            case Event.Engagement it -> kind(it.kind());
            case Event.MembershipChanged it -> kind(name(it.tier()));
            case Event.AttentionGiven it -> kind(it.kind());
            case Event.Failure it -> failure(it);
            case Event.Complaint it -> complaint(it);
            case Event.Contact it -> new Rest(it.ref(), null, it.channel(), null);
            case Event.ReplySent it -> new Rest(it.ref(), null, name(it.kind()), null);
            case Event.RemedyGiven it ->
                new Rest(it.ref(), it.amount(), it.kind(), null, attributes("quality", it.quality()));
            case Event.IssueResolved it -> ref(it.ref());
            case Event.PromiseMade it -> promise(it);
            case Event.PromiseKept it -> ref(it.ref());
            case Event.PromiseBroken it -> new Rest(it.ref(), null, null, it.severity());
            case Event.Feedback it -> new Rest(it.ref(), null, "unit", null, attributes("value", it.score()));
            case Event.CompetitorSignal it -> new Rest(null, null, it.kind(), it.strength());
            case Event.PreferenceStated it -> stated(it);
            case Event.PreferenceWithdrawn it -> kind(it.preference());
            case Event.PreferenceViolated it -> new Rest(it.ref(), null, it.preference(), it.severity());
            case Event.Advocacy it -> kind(it.kind());
            case Event.PublicCriticism it -> new Rest(null, null, it.kind(), it.severity());
            case Event.DepartureAnnounced it -> kind(it.reason());
            case Event.Departed it -> kind(it.reason());
            case Event.Parted it -> kind(null);
            case Event.Returned it -> kind(null);
            case Event.Erased it -> kind(null);
        };
    }

    private static Rest failure(Event.Failure it) {
        Map<String, String> attributes = attributes("controllable", it.controllable());
        attributes.putAll(attributes("stable", it.stable()));
        return new Rest(it.ref(), it.atStake(), it.kind().name(), it.severity(), attributes);
    }

    private static Rest complaint(Event.Complaint it) {
        Map<String, String> attributes = attributes("motive", it.want() == Want.UNKNOWN ? null : name(it.want()));
        attributes.putAll(attributes(
                "hostility",
                it.hostility() == Hostility.CALM ? null : it.hostility().ordinal()));
        FailureKind kind = it.kind();
        return new Rest(it.ref(), it.claimed(), kind == null ? null : kind.name(), it.severity(), attributes);
    }

    private static Rest promise(Event.PromiseMade it) {
        Map<String, String> attributes = attributes("about", it.about());
        attributes.putAll(attributes("due", it.due()));
        return new Rest(it.ref(), null, null, null, attributes);
    }

    private static Rest stated(Event.PreferenceStated it) {
        Map<String, String> attributes =
                attributes("stated_by", it.source() == PreferenceSource.CUSTOMER ? null : name(it.source()));
        attributes.putAll(attributes("valid_from", it.validFrom()));
        attributes.putAll(attributes("valid_until", it.validUntil()));
        return new Rest(null, null, it.preference(), null, attributes);
    }

    private static Rest kind(@Nullable String kind) {
        return new Rest(null, null, kind, null);
    }

    private static Rest ref(@Nullable String ref) {
        return new Rest(ref, null, null, null);
    }

    /** The attribute when it has a value. */
    private static Map<String, String> attributes(String name, @Nullable Object value) {
        Map<String, String> attributes = new HashMap<>();
        if (value != null) {
            attributes.put(name, value.toString());
        }
        return attributes;
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
