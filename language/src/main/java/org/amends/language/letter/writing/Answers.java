package org.amends.language.letter.writing;

import java.util.ArrayList;
import java.util.List;
import org.amends.event.Hostility;
import org.amends.language.letter.Block;
import org.amends.language.letter.LetterCase;
import org.amends.language.letter.Point;
import org.amends.language.letter.ProcessFix;
import org.jspecify.annotations.Nullable;

/** The answers to what the customer raised, and to what the customer waits for. */
final class Answers {

    private static final String ENDS_A_SENTENCE = ".?!…:»”\"";

    private Answers() {}

    static void points(Draft draft, LetterCase about) {
        if (about.points().isEmpty()) {
            return;
        }
        draft.say("points.intro", values -> values.count("count", about.points().size(), null));
        List<Block.Item> items = new ArrayList<>();
        for (int i = 0; i < about.points().size(); i++) {
            draft.paragraph();
            items.add(point(draft, about.points().get(i), "points[" + i + "]"));
        }
        draft.items(items);
    }

    private static Block.Item point(Draft draft, Point point, String place) {
        draft.state(place + ".outcome", point.outcome().name());
        draft.tell(point.raised(), place + ".raised");
        String raised = draft.taken();
        switch (point.outcome()) {
            case ANSWERED -> {}
            case GRANTED -> draft.say("point.granted");
            case DECLINED -> draft.say("point.declined");
        }
        draft.tell(point.answer(), place + ".answer");
        boolean ended = ENDS_A_SENTENCE.indexOf(raised.charAt(raised.length() - 1)) >= 0;
        return new Block.Item(ended ? raised : raised + ".", draft.taken());
    }

    static void nextWord(Draft draft, LetterCase about) {
        draft.tell(about.delay(), "delay");
        if (about.answerBy() != null) {
            draft.say(
                    about.delay() == null ? "next.answer" : "next.delayed",
                    values -> values.day("date", about.answerBy(), "answer_by"));
        }
    }

    static void fix(Draft draft, @Nullable ProcessFix fix) {
        if (fix == null) {
            return;
        }
        draft.say("fix.found");
        draft.tell(fix.found(), "fix.found");
        draft.paragraph();
        draft.say("fix.changed");
        draft.tell(fix.changed(), "fix.changed");
        draft.say("fix.since", values -> values.day("date", fix.since(), "fix.since"));
        draft.tell(fix.checked(), "fix.checked");
    }

    static void thanks(Draft draft, LetterCase about) {
        draft.tell(about.thanks(), "thanks");
        if (about.thanks() != null && about.years() > 0 && about.hostility() == Hostility.CALM) {
            draft.say("thanks.years", values -> values.count("years", about.years(), "relationship.years"));
        }
    }
}
