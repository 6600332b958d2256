package org.amends.language.letter.writing;

import java.util.ArrayList;
import java.util.List;
import org.amends.event.Hostility;
import org.amends.event.Want;
import org.amends.language.letter.Block;
import org.amends.language.letter.Completeness;
import org.amends.language.letter.Incident;
import org.amends.language.letter.LetterCase;
import org.amends.language.letter.LetterKind;
import org.amends.language.letter.Responsibility;
import org.amends.language.letter.Wording;
import org.amends.language.letter.template.Sentences;
import org.amends.language.letter.template.Signature;
import org.amends.language.letter.template.Values;
import org.jspecify.annotations.Nullable;

/** What happened, whose fault it was, and the apology for it. */
final class Account {

    /** So many sentences read as a story; more are a list. */
    private static final int MOST_IN_A_ROW = 2;

    /** A relationship is worth a word from its second year on. */
    private static final int LEAST_YEARS = 2;

    private static final String SHORT = "apology.short";

    private Account() {}

    static void facts(Draft draft, LetterCase about) {
        List<Integer> first = new ArrayList<>();
        List<Integer> again = new ArrayList<>();
        for (int i = 0; i < about.incidents().size(); i++) {
            (about.incidents().get(i).failedRecovery() ? again : first).add(i);
        }
        if (!first.isEmpty()) {
            boolean told = about.received() != null
                    && (isWaiting(about.kind()) || about.responsibility() != Responsibility.OURS);
            if (told || first.size() > 1) {
                draft.say(told ? "facts.told" : "facts.intro", values -> values.count("count", first.size(), null));
            }
            incidents(draft, about, first);
        }
        if (!again.isEmpty()) {
            draft.paragraph();
            draft.say("facts.again", values -> values.count("count", again.size(), null));
            incidents(draft, about, again);
        }
    }

    /** Whether the answer is still to come. */
    static boolean isWaiting(LetterKind kind) {
        return kind == LetterKind.ACKNOWLEDGEMENT || kind == LetterKind.HOLDING_REPLY;
    }

    private static void incidents(Draft draft, LetterCase about, List<Integer> numbers) {
        if (numbers.size() <= MOST_IN_A_ROW) {
            numbers.forEach(i -> incident(draft, about.incidents().get(i), i));
            return;
        }
        draft.paragraph();
        List<Block.Item> items = new ArrayList<>();
        for (int i : numbers) {
            incident(draft, about.incidents().get(i), i);
            items.add(new Block.Item("", draft.taken()));
        }
        draft.items(items);
    }

    private static void incident(Draft draft, Incident incident, int i) {
        String place = "failures[" + i + "]";
        String key = Completeness.KNOWN_KINDS.contains(incident.kind())
                ? "incident." + incident.kind().name()
                : "incident.other";
        draft.state(place + ".kind", incident.kind().name());
        draft.say(key, values -> values(draft, values, incident, place));
        Signature signature = Sentences.of(key);
        if (incident.promised() != null && signature != null && !signature.has("promised")) {
            draft.say("incident.promised", values -> values(draft, values, incident, place));
        }
        if (incident.amount() != null && signature != null && !signature.has("amount")) {
            draft.say("incident.amount", values -> values(draft, values, incident, place));
        }
        draft.tell(incident.detail(), place + ".detail");
    }

    private static Values values(Draft draft, Values values, Incident incident, String place) {
        Wording object = incident.object();
        return values.day("date", incident.date(), place + ".date")
                .day("promised", incident.promised(), place + ".promised")
                .text("order", incident.order(), place + ".order")
                .sum("amount", incident.amount(), place + ".amount")
                .wording(
                        "object",
                        object == null ? null : draft.speech().text(object, place + ".object"),
                        place + ".object");
    }

    /** The short apology takes the responsibility in the same breath. */
    static void responsibility(Draft draft, LetterCase about) {
        if (SHORT.equals(apology(about))
                || about.incidents().isEmpty()
                || about.kind() == LetterKind.PROCESS_FIX_REPORT) {
            return;
        }
        switch (about.responsibility()) {
            case OURS -> draft.say("responsibility.ours");
            case NOT_OURS -> draft.say("responsibility.not_ours");
            case OPEN -> draft.say(isWaiting(about.kind()) ? "responsibility.open" : "responsibility.unknown");
        }
        draft.state("responsibility", about.responsibility().name());
    }

    static void apology(Draft draft, LetterCase about) {
        String key = apology(about);
        if (key != null) {
            draft.say(key);
            draft.state("apology", "");
            if (key.equals(SHORT)) {
                draft.state("responsibility", Responsibility.OURS.name());
            }
        }
    }

    private static @Nullable String apology(LetterCase about) {
        boolean ours = about.responsibility() == Responsibility.OURS;
        return switch (about.kind()) {
            case HOLDING_REPLY -> "apology.delay";
            case DOUBLE_DEVIATION_APOLOGY -> "apology.double";
            case ACKNOWLEDGEMENT -> ours ? SHORT : null;
            case FINAL_RESPONSE, PROACTIVE_CONTACT, REFUSAL, FAREWELL ->
                ours ? about.want() == Want.ECONOMIC ? SHORT : "apology.full" : null;
            case PROCESS_FIX_REPORT, THANK_YOU -> null;
        };
    }

    /** Only beside an apology, and not where contempt asks for brevity. */
    static void respect(Draft draft, LetterCase about) {
        if (apology(about) == null || about.hostility().compareTo(Hostility.CONTEMPTUOUS) >= 0) {
            return;
        }
        if (about.want() == Want.ESTEEM || about.want() == Want.BOTH) {
            draft.say("respect.esteem");
        }
        if (about.years() >= LEAST_YEARS) {
            draft.say("respect.years", values -> values.count("years", about.years(), "relationship.years"));
        }
    }

    static void explanation(Draft draft, LetterCase about) {
        if (about.explanation() != null) {
            draft.say("explanation.lead");
            draft.tell(about.explanation(), "explanation");
        }
    }
}
