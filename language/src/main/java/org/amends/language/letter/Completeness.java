package org.amends.language.letter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.amends.event.FailureKind;
import org.amends.language.text.Language;
import org.jspecify.annotations.Nullable;

/** What a case lacks for a letter of its kind. */
public final class Completeness {

    /** The kinds for which the templates have a sentence. */
    public static final List<FailureKind> KNOWN_KINDS = List.of(
            FailureKind.LATE_DELIVERY,
            FailureKind.WRONG_ITEM,
            FailureKind.MISSING_ITEM,
            FailureKind.DEFECTIVE_PRODUCT,
            FailureKind.BILLING_ERROR,
            FailureKind.RUDE_CONTACT,
            FailureKind.LONG_WAIT,
            FailureKind.IGNORED_CONTACT,
            FailureKind.BROKEN_PROMISE,
            FailureKind.PRIVACY_BREACH,
            FailureKind.PREFERENCE_VIOLATION,
            FailureKind.SERVICE_OUTAGE,
            FailureKind.UNFAIR_POLICY,
            FailureKind.MISLEADING_INFORMATION,
            FailureKind.QUALITY_DECLINE,
            FailureKind.CANCELLATION_OBSTACLE,
            FailureKind.SAFETY);

    private final LetterCase about;
    private final List<Lack> lacks = new ArrayList<>();

    private Completeness(LetterCase about) {
        this.about = about;
    }

    /** What the case lacks for its kind, whatever the language; empty when it is complete. */
    public static List<Lack> lacks(LetterCase about) {
        Completeness completeness = new Completeness(about);
        completeness.kind();
        completeness.incidents();
        completeness.dates();
        return List.copyOf(completeness.lacks);
    }

    /** What the case lacks for a letter in a language: the wordings that have no text in it. */
    public static List<Lack> lacks(LetterCase about, Language language) {
        return Wordings.of(about).stream()
                .filter(placed -> placed.wording().in(language).isEmpty())
                .map(placed -> new Lack(
                        placed.place(),
                        "%s has no text in %s".formatted(placed.place(), language.code()),
                        "Maybe add \"%s\": \"...\" to it.".formatted(language.code())))
                .toList();
    }

    private void kind() {
        switch (about.kind()) {
            case ACKNOWLEDGEMENT -> {
                need("received", about.received());
                need("answer_by", about.answerBy());
            }
            case HOLDING_REPLY -> {
                need("received", about.received());
                need("answer_by", about.answerBy());
                need("delay", about.delay());
            }
            case FINAL_RESPONSE -> need("received", about.received());
            case REFUSAL -> {
                need("received", about.received());
                if (about.points().stream().noneMatch(point -> point.outcome() == Outcome.DECLINED)) {
                    lack("points", "a refusal names no point as declined", "Maybe give the point that is refused.");
                }
            }
            case DOUBLE_DEVIATION_APOLOGY -> {
                needIncident();
                if (about.incidents().stream().noneMatch(Incident::failedRecovery)) {
                    lack(
                            "failures",
                            "no failure is marked as a failed recovery",
                            "Maybe set \"failed_recovery\": true on the one that came after the complaint.");
                }
            }
            case PROCESS_FIX_REPORT -> need("fix", about.fix());
            case PROACTIVE_CONTACT -> needIncident();
            case THANK_YOU -> need("thanks", about.thanks());
            case FAREWELL -> need("farewell", about.farewell());
        }
    }

    private void incidents() {
        for (int i = 0; i < about.incidents().size(); i++) {
            Incident incident = about.incidents().get(i);
            if (!KNOWN_KINDS.contains(incident.kind()) && incident.detail() == null) {
                lack(
                        "failures[%d].detail".formatted(i),
                        "a failure of kind %s has no detail".formatted(incident.kind()),
                        "Maybe say what happened in detail: the templates have no sentence for this kind.");
            }
        }
    }

    private void dates() {
        LocalDate received = about.received();
        if (received != null && received.isAfter(about.date())) {
            lack(
                    "received",
                    "received is %s, after the letter's date %s".formatted(received, about.date()),
                    "Maybe one of the two dates is wrong.");
        }
        for (int i = 0; i < about.incidents().size(); i++) {
            LocalDate day = about.incidents().get(i).date();
            if (day != null && day.isAfter(about.date())) {
                lack(
                        "failures[%d].date".formatted(i),
                        "the failure is dated %s, after the letter's date %s".formatted(day, about.date()),
                        "Maybe one of the two dates is wrong.");
            }
        }
        for (int i = 0; i < about.promises().size(); i++) {
            notPast("promises[%d].due".formatted(i), about.promises().get(i).due());
        }
        for (int i = 0; i < about.remedies().size(); i++) {
            notPast("remedies[%d].due".formatted(i), about.remedies().get(i).due());
        }
        notPast("answer_by", about.answerBy());
    }

    private void notPast(String place, @Nullable LocalDate due) {
        if (due != null && due.isBefore(about.date())) {
            lack(
                    place,
                    "it is due on %s, before the letter's date %s".formatted(due, about.date()),
                    "Maybe a later day, or tell it as done.");
        }
    }

    private void needIncident() {
        if (about.incidents().isEmpty()) {
            lack("failures", "a %s tells no failure".formatted(about.kind().code()), "Maybe add what went wrong.");
        }
    }

    private void need(String place, @Nullable Object value) {
        if (value == null) {
            lack(
                    place,
                    "%s is missing, and a letter of kind %s needs it"
                            .formatted(place, about.kind().code()),
                    "Maybe add it, or choose another kind.");
        }
    }

    private void lack(String place, String reason, String remedy) {
        lacks.add(new Lack(place, reason, remedy));
    }
}
