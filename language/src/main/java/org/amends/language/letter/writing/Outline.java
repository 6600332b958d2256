package org.amends.language.letter.writing;

import java.util.ArrayList;
import java.util.List;
import org.amends.event.Want;
import org.amends.language.letter.LetterCase;
import org.amends.language.letter.LetterPart.Kind;

/**
 * The order of a letter's parts. Whoever wants esteem, or both, or has not said, reads respect first; whoever wants the loss
 * made good reads the money first, after one line of apology (matching of remedy to want: Roschk and Gelbrich 2014; words
 * beside money: CCMC 2015).
 */
final class Outline {

    private static final List<Kind> RESPECT_FIRST = List.of(
            Kind.FACTS,
            Kind.RESPONSIBILITY,
            Kind.APOLOGY,
            Kind.RESPECT,
            Kind.EXPLANATION,
            Kind.OWED,
            Kind.GESTURES,
            Kind.PROMISES,
            Kind.ANSWERS);

    private static final List<Kind> MONEY_FIRST = List.of(
            Kind.APOLOGY,
            Kind.OWED,
            Kind.GESTURES,
            Kind.FACTS,
            Kind.RESPONSIBILITY,
            Kind.EXPLANATION,
            Kind.PROMISES,
            Kind.ANSWERS);

    private static final List<Kind> REFUSAL =
            List.of(Kind.FACTS, Kind.RESPONSIBILITY, Kind.APOLOGY, Kind.EXPLANATION, Kind.ANSWERS, Kind.OWED);

    private static final List<Kind> ACKNOWLEDGEMENT =
            List.of(Kind.FACTS, Kind.RESPONSIBILITY, Kind.APOLOGY, Kind.NEXT_WORD);

    private static final List<Kind> HOLDING = List.of(Kind.APOLOGY, Kind.NEXT_WORD, Kind.FACTS, Kind.RESPONSIBILITY);

    private static final List<Kind> FIX = List.of(Kind.FACTS, Kind.FIX);

    private static final List<Kind> THANKS = List.of(Kind.THANKS, Kind.GESTURES);

    private static final List<Kind> FAREWELL = List.of(
            Kind.FACTS, Kind.RESPONSIBILITY, Kind.APOLOGY, Kind.EXPLANATION, Kind.OWED, Kind.GESTURES, Kind.PARTING);

    /** Everything that a case can hold; what the kind's own order leaves out comes after it. */
    private static final List<Kind> CONTENT = List.of(
            Kind.FACTS,
            Kind.RESPONSIBILITY,
            Kind.APOLOGY,
            Kind.EXPLANATION,
            Kind.OWED,
            Kind.GESTURES,
            Kind.FIX,
            Kind.PROMISES,
            Kind.ANSWERS,
            Kind.THANKS,
            Kind.PARTING,
            Kind.NEXT_WORD);

    private Outline() {}

    static List<Kind> of(LetterCase about) {
        List<Kind> order = new ArrayList<>(List.of(Kind.HEADING, Kind.GREETING, Kind.OPENING));
        order.addAll(middle(about));
        for (Kind kind : CONTENT) {
            if (!order.contains(kind)) {
                order.add(kind);
            }
        }
        order.addAll(List.of(Kind.REGIME, Kind.CLOSING, Kind.SIGNATURE));
        return order;
    }

    private static List<Kind> middle(LetterCase about) {
        return switch (about.kind()) {
            case FINAL_RESPONSE, DOUBLE_DEVIATION_APOLOGY, PROACTIVE_CONTACT ->
                about.want() == Want.ECONOMIC ? MONEY_FIRST : RESPECT_FIRST;
            case REFUSAL -> REFUSAL;
            case ACKNOWLEDGEMENT -> ACKNOWLEDGEMENT;
            case HOLDING_REPLY -> HOLDING;
            case PROCESS_FIX_REPORT -> FIX;
            case THANK_YOU -> THANKS;
            case FAREWELL -> FAREWELL;
        };
    }

    /** Whether the sentences of a part go on in the paragraph of the part before it. */
    static boolean joins(Kind before, Kind kind) {
        return switch (kind) {
            case APOLOGY -> before == Kind.RESPONSIBILITY || before == Kind.OPENING;
            case RESPECT -> before == Kind.APOLOGY;
            case RESPONSIBILITY -> before == Kind.FACTS;
            case HEADING,
                    GREETING,
                    OPENING,
                    FACTS,
                    EXPLANATION,
                    OWED,
                    GESTURES,
                    PROMISES,
                    ANSWERS,
                    NEXT_WORD,
                    FIX,
                    THANKS,
                    PARTING,
                    REGIME,
                    CLOSING,
                    SIGNATURE -> false;
        };
    }
}
