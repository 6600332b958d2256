package org.amends.server.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CaseHeader;
import org.amends.complaint.ChosenElement;
import org.amends.complaint.LetterPurpose;
import org.amends.format.complaint.CaseEventJson;
import org.amends.server.console.Texts;
import org.jspecify.annotations.Nullable;

/** Tells what happened to a case, in the reader's language. */
final class CaseHistory {

    private final Texts texts;
    private final Map<String, String> names;

    CaseHistory(Texts texts, Map<String, String> names) {
        this.texts = texts;
        this.names = names;
    }

    /** All of it, newest first. */
    List<CaseView.HistoryLine> of(List<CaseEvent> events) {
        List<CaseView.HistoryLine> lines = new ArrayList<>();
        for (CaseEvent event : events.reversed()) {
            lines.add(new CaseView.HistoryLine(
                    event.header().at().toString(),
                    texts.numerals().moment(event.header().at()),
                    who(event.header().actor()),
                    texts.text("case.event." + CaseEventJson.type(event)),
                    details(event).filter(each -> !each.isBlank()).collect(Collectors.joining(" · "))));
        }
        return lines;
    }

    /** What somebody is called. */
    String who(String actor) {
        return switch (actor) {
            case CaseHeader.CUSTOMER -> texts.text("case.customer");
            case CaseHeader.MACHINE -> texts.text("product");
            default -> names.getOrDefault(actor, actor);
        };
    }

    private Stream<String> details(CaseEvent event) {
        if (event instanceof CaseEvent.OutcomeRejected rejected) {
            return Stream.of(CaseView.said(texts, rejected.reason()));
        }
        if (event instanceof CaseEvent.Assessed assessed) {
            return assessed.assessment().failures().stream().map(kind -> kind(texts, kind.name()));
        }
        if (event instanceof CaseEvent.EvidenceNoted noted) {
            return Stream.of(
                    noted.evidence().text(),
                    texts.text("case.standing." + noted.evidence().standing().name()));
        }
        if (event instanceof CaseEvent.Assigned assigned) {
            String owner = assigned.owner();
            return Stream.of(owner == null ? texts.text("case.nobody") : who(owner), blank(assigned.team()));
        }
        if (event instanceof CaseEvent.PlanChosen chosen) {
            return Stream.concat(
                    chosen.elements().stream().map(this::element), Stream.of(blank(chosen.otherwiseBecause())));
        }
        if (event instanceof CaseEvent.ElementDone done) {
            return Stream.of(
                    texts.text("case.element." + done.element()),
                    done.amount() == null ? "" : texts.numerals().money(done.amount()),
                    done.proof());
        }
        if (event instanceof CaseEvent.PromiseMade made) {
            return Stream.of(
                    made.what(), texts.text("case.due", "date", texts.numerals().date(made.due())), who(made.owner()));
        }
        if (event instanceof CaseEvent.Closed closed) {
            return Stream.of(texts.text("case.outcome." + closed.outcome().name()));
        }
        return Stream.concat(ofLetter(event), said(event));
    }

    private Stream<String> ofLetter(CaseEvent event) {
        if (event instanceof CaseEvent.LetterQueued queued) {
            return Stream.of(purpose(queued.purpose()));
        }
        return event instanceof CaseEvent.LetterSent sent ? Stream.of(purpose(sent.purpose())) : Stream.empty();
    }

    private String purpose(LetterPurpose purpose) {
        return texts.text("case.purpose." + purpose.name());
    }

    private String element(ChosenElement element) {
        String name = texts.text("case.element." + element.element());
        return element.amount() == null
                ? name
                : name + " " + texts.numerals().money(Objects.requireNonNull(element.amount()));
    }

    /** Words that somebody wrote with it. */
    private static Stream<String> said(CaseEvent event) {
        if (event instanceof CaseEvent.Opened it) {
            return Stream.of(it.subject());
        }
        if (event instanceof CaseEvent.Acknowledged it) {
            return Stream.of(it.how());
        }
        if (event instanceof CaseEvent.Noted it) {
            return Stream.of(it.text());
        }
        if (event instanceof CaseEvent.DangerHandled it) {
            return Stream.of(it.how());
        }
        return Stream.of(event instanceof CaseEvent.Reopened it ? it.reason() : moreSaid(event));
    }

    private static String moreSaid(CaseEvent event) {
        if (event instanceof CaseEvent.PromiseKept it) {
            return it.proof();
        }
        if (event instanceof CaseEvent.PromiseBroken it) {
            return it.why();
        }
        if (event instanceof CaseEvent.PlanRefused it) {
            return it.reason();
        }
        if (event instanceof CaseEvent.LetterFailed it) {
            return it.reason();
        }
        if (event instanceof CaseEvent.ClocksPaused it) {
            return it.reason();
        }
        if (event instanceof CaseEvent.LessonDrawn it) {
            return it.lesson();
        }
        if (event instanceof CaseEvent.PartingProposed it) {
            return it.reason();
        }
        if (event instanceof CaseEvent.PartingCalledOff it) {
            return it.reason();
        }
        return named(event);
    }

    private static String named(CaseEvent event) {
        if (event instanceof CaseEvent.Tagged it) {
            return it.tag();
        }
        if (event instanceof CaseEvent.Untagged it) {
            return it.tag();
        }
        if (event instanceof CaseEvent.FieldSet it) {
            return it.field() + ": " + Objects.requireNonNullElse(it.value(), "–");
        }
        if (event instanceof CaseEvent.MergedInto it) {
            return it.reference();
        }
        if (event instanceof CaseEvent.TookOver it) {
            return it.reference();
        }
        if (event instanceof CaseEvent.SplitOff it) {
            return it.reference();
        }
        if (event instanceof CaseEvent.Linked it) {
            return it.reference();
        }
        if (event instanceof CaseEvent.Unlinked it) {
            return it.reference();
        }
        return event instanceof CaseEvent.CustomerNamed it ? it.customer() : "";
    }

    private static String blank(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** A kind of failure by its name, or as it is where it has none. */
    static String kind(Texts texts, String kind) {
        String key = "kind." + kind;
        return texts.has(key) ? texts.text(key) : kind.replace('_', ' ').toLowerCase(Locale.ROOT);
    }
}
