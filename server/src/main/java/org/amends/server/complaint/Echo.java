package org.amends.server.complaint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.amends.complaint.Assessment;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.Complaint;
import org.amends.complaint.LetterPurpose;
import org.amends.complaint.PartingStep;
import org.amends.event.EventRow;
import org.amends.event.EventType;
import org.amends.event.FailureKind;
import org.amends.event.ReplyKind;
import org.amends.money.Money;
import org.amends.store.complaint.KeptCase;
import org.amends.store.log.IncomingEvent;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a case, as events of the relationship that it belongs to. Their ids follow from the case and the place in its
 * log, so that an event that is echoed twice is one event.
 */
final class Echo {

    private final KeptCase kept;
    private final List<IncomingEvent> events = new ArrayList<>();

    private Echo(KeptCase kept) {
        this.kept = kept;
    }

    /** The events that follow from the last of the case's events. */
    static List<IncomingEvent> of(KeptCase kept, int last) {
        Echo echo = new Echo(kept);
        int size = kept.events().size();
        for (int i = size - last; i < size; i++) {
            echo.add(kept.events().get(i), i + 1);
        }
        return echo.events;
    }

    /** Whether this would echo. */
    static boolean sounds(CaseEvent event) {
        return event instanceof CaseEvent.Opened
                || event instanceof CaseEvent.Assessed
                || event instanceof CaseEvent.MessageCame
                || event instanceof CaseEvent.LetterSent
                || event instanceof CaseEvent.ElementDone
                || event instanceof CaseEvent.PromiseMade
                || event instanceof CaseEvent.PromiseKept
                || event instanceof CaseEvent.PromiseBroken
                || event instanceof CaseEvent.Closed
                || event instanceof CaseEvent.OutcomeRejected
                || event instanceof CaseEvent.SurveyAnswered
                || event instanceof CaseEvent.PartingStepDone;
    }

    private void add(CaseEvent event, int number) {
        if (event instanceof CaseEvent.Opened || event instanceof CaseEvent.Assessed) {
            if (!uncalled()) {
                complaint(event, number);
            }
        } else if (event instanceof CaseEvent.MessageCame) {
            say(event, number, EventType.CONTACT, null, null, Map.of());
        } else if (event instanceof CaseEvent.LetterSent sent) {
            if (uncalled()) {
                say(event, number, EventType.ATTENTION_GIVEN, word(sent.purpose()), null, Map.of());
            } else {
                say(event, number, EventType.REPLY_SENT, word(reply(sent.purpose())), null, Map.of());
            }
        } else if (event instanceof CaseEvent.ElementDone done) {
            say(event, number, EventType.REMEDY_GIVEN, done.element(), done.amount(), Map.of());
        } else if (event instanceof CaseEvent.PromiseMade made) {
            promise(
                    event,
                    number,
                    EventType.PROMISE_MADE,
                    made.promise(),
                    Map.of(
                            "about",
                            kept.complaint().reference(),
                            "due",
                            made.due().toString()));
        } else if (event instanceof CaseEvent.PromiseKept held) {
            promise(event, number, EventType.PROMISE_KEPT, held.promise(), Map.of());
        } else if (event instanceof CaseEvent.PromiseBroken broken) {
            promise(event, number, EventType.PROMISE_BROKEN, broken.promise(), Map.of());
        } else if (event instanceof CaseEvent.Closed) {
            say(event, number, EventType.ISSUE_RESOLVED, null, null, Map.of());
        } else if (event instanceof CaseEvent.OutcomeRejected) {
            complaint(event, number);
        } else if (event instanceof CaseEvent.SurveyAnswered survey) {
            say(
                    event,
                    number,
                    EventType.FEEDBACK,
                    null,
                    null,
                    Map.of("value", String.valueOf(survey.satisfaction()), "scale", "unit"));
        } else if (event instanceof CaseEvent.PartingStepDone step && step.step() == PartingStep.SILENCE) {
            row(event, number, EventType.PARTED, null, null, null, null, Map.of());
        }
    }

    /** Where the company turned to a customer by itself, nobody complained. */
    private boolean uncalled() {
        return kept.complaint().channel().equals(Cases.PROACTIVE);
    }

    /** Only what a person settled, or what nobody has looked at yet, is told: readings in between change nothing. */
    private void complaint(CaseEvent event, int number) {
        Assessment said = event instanceof CaseEvent.Assessed assessed
                ? assessed.assessment()
                : kept.complaint().assessment();
        if (event instanceof CaseEvent.Assessed && !event.header().byPerson()) {
            return;
        }
        Map<String, String> attributes = new TreeMap<>();
        attributes.put("motive", word(said.want()));
        attributes.put("hostility", String.valueOf(said.hostility().ordinal()));
        FailureKind kind = said.failures().isEmpty() ? null : said.failures().getFirst();
        row(
                event,
                number,
                EventType.COMPLAINT,
                kept.complaint().reference(),
                kind == null ? null : kind.name(),
                said.loss(),
                said.severity(),
                attributes);
    }

    private static ReplyKind reply(LetterPurpose purpose) {
        return switch (purpose) {
            case ACKNOWLEDGEMENT -> ReplyKind.AUTOMATIC;
            case HOLDING_REPLY, MESSAGE, THANK_YOU, PROACTIVE_CONTACT -> ReplyKind.STATUS_UPDATE;
            case PROCESS_FIX_REPORT -> ReplyKind.EXPLANATION;
            case FINAL_RESPONSE, DOUBLE_DEVIATION_APOLOGY, REFUSAL, FAREWELL -> ReplyKind.ANSWER;
        };
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private void say(
            CaseEvent event,
            int number,
            EventType type,
            @Nullable String kind,
            @Nullable Money amount,
            Map<String, String> attributes) {
        row(event, number, type, kept.complaint().reference(), kind, amount, null, attributes);
    }

    private void promise(CaseEvent event, int number, EventType type, String promise, Map<String, String> attributes) {
        row(event, number, type, promise, null, null, null, attributes);
    }

    private void row(
            CaseEvent event,
            int number,
            EventType type,
            @Nullable String ref,
            @Nullable String kind,
            @Nullable Money amount,
            @Nullable Double severity,
            Map<String, String> attributes) {
        Complaint complaint = kept.complaint();
        events.add(IncomingEvent.of(new EventRow(
                complaint.reference() + "/" + number,
                complaint.customer(),
                complaint.brand().isEmpty() ? null : complaint.brand(),
                event.header().at(),
                type.stableName(),
                ref,
                amount == null ? null : amount.toDecimal(),
                amount == null ? null : amount.currency().getCurrencyCode(),
                kind,
                severity,
                attributes)));
    }
}
