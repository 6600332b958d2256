package org.amends.server.relationship;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.amends.event.Event;
import org.amends.event.EventRow;
import org.amends.preference.StatedPreference;
import org.amends.relationship.BreakMode;
import org.amends.server.console.Texts;
import org.amends.story.Prose;
import org.jspecify.annotations.Nullable;

/** Tells single events in the reader's language. */
final class EventWords {

    private final Texts texts;
    private final Instant now;

    EventWords(Texts texts, Instant now) {
        this.texts = texts;
        this.now = now;
    }

    /** What happened, as one line of a list. */
    EventLine line(HistoryEvent event) {
        EventRow row = event.row();
        Event happened = event.event();
        List<String> details = new ArrayList<>();
        String kind = row.kind();
        if (kind != null) {
            details.add(isPreference(happened) ? preference(kind) : kind(kind));
        }
        String amount = amount(row);
        if (amount != null) {
            details.add(amount);
        }
        if (happened instanceof Event.Feedback feedback) {
            details.add(
                    texts.text("relationship.rated", "share", texts.numerals().share(feedback.score(), 1)));
        }
        if (happened instanceof Event.PromiseMade made && made.due() != null) {
            details.add(texts.text("relationship.due", "date", texts.numerals().day(made.due(), now)));
        }
        if (row.ref() != null) {
            details.add(Prose.shownId(row.ref()));
        }
        String text = row.attributes().get("text");
        return new EventLine(
                happened.time().toString(),
                texts.numerals().moment(happened.time()),
                texts.text("event." + happened.type().stableName()),
                String.join(" · ", details),
                text == null ? null : Prose.shownId(text),
                Effect.of(happened).tone());
    }

    /** What happened in a few words, for a picture. */
    String brief(HistoryEvent event) {
        EventLine line = line(event);
        String day = texts.numerals().day(event.event().time(), now);
        return line.details().isEmpty()
                ? "%s – %s".formatted(day, line.what())
                : "%s – %s%n%s".formatted(day, line.what(), line.details());
    }

    private static boolean isPreference(Event event) {
        return event instanceof Event.PreferenceStated
                || event instanceof Event.PreferenceWithdrawn
                || event instanceof Event.PreferenceViolated;
    }

    private String preference(String kind) {
        return new PreferenceWords(texts, now).of(StatedPreference.read(kind));
    }

    /** A kind by its name, or as it was sent where it has none. */
    String kind(String kind) {
        String key = "kind." + kind;
        return texts.has(key) ? texts.text(key) : Prose.shownId(kind.replace('_', ' '));
    }

    private @Nullable String amount(EventRow row) {
        BigDecimal amount = row.amount();
        return amount == null ? null : texts.numerals().money(amount.doubleValue(), currency(row.currency()));
    }

    private static @Nullable Currency currency(@Nullable String code) {
        if (code == null) {
            return null;
        }
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    /** Whether an event hurt, helped, or is part of the rhythm; and in which colour it is drawn. */
    enum Effect {
        ACUTE(BreakMode.ACUTE_FAILURE.stableName(), 1),
        PILE(BreakMode.ACCUMULATION.stableName(), 1),
        PULL(BreakMode.COMPETITOR_PULL.stableName(), 1),
        BETRAYAL(BreakMode.BETRAYED_TRUST.stableName(), 1),
        HELP("good", -1),
        RHYTHM("quiet", 0),
        NONE("quiet", 0);

        private final String tone;
        private final int side;

        Effect(String tone, int side) {
            this.tone = tone;
            this.side = side;
        }

        /** The class of its colour. */
        String tone() {
            return tone;
        }

        /** 1 above the line for what hurt, -1 below it for what helped, 0 on it. */
        int side() {
            return side;
        }

        static Effect of(Event event) {
            return switch (event) {
                case Event.Purchase ignored -> RHYTHM;
                case Event.Visit visit -> "cancel_page".equals(visit.kind()) ? PULL : NONE;
                case Event.Failure ignored -> ACUTE;
                case Event.Complaint ignored -> ACUTE;
                case Event.DepartureAnnounced ignored -> ACUTE;
                case Event.Departed ignored -> ACUTE;
                case Event.PublicCriticism ignored -> ACUTE;
                case Event.Contact ignored -> PILE;
                case Event.PurchaseCancelled ignored -> PILE;
                case Event.Return ignored -> PILE;
                case Event.CompetitorSignal ignored -> PULL;
                case Event.PromiseBroken ignored -> BETRAYAL;
                case Event.PreferenceViolated ignored -> BETRAYAL;
                case Event.Feedback feedback -> feedback.score() < 0.5 ? PILE : HELP;
                case Event.ReplySent ignored -> HELP;
                case Event.RemedyGiven ignored -> HELP;
                case Event.IssueResolved ignored -> HELP;
                case Event.PromiseKept ignored -> HELP;
                case Event.AttentionGiven ignored -> HELP;
                case Event.Advocacy ignored -> HELP;
                case Event.Engagement ignored -> HELP;
                case Event.Returned ignored -> HELP;
                case Event.MembershipChanged ignored -> NONE;
                case Event.PromiseMade ignored -> NONE;
                case Event.PreferenceStated ignored -> NONE;
                case Event.PreferenceWithdrawn ignored -> NONE;
                case Event.Parted ignored -> NONE;
                case Event.Erased ignored -> NONE;
            };
        }
    }
}
