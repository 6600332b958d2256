package org.amends.language.letter.writing;

import java.util.ArrayList;
import java.util.List;
import org.amends.language.letter.Block;
import org.amends.language.letter.LetterCase;
import org.amends.language.letter.LetterKind;
import org.amends.language.letter.Person;
import org.amends.language.letter.Promise;
import org.amends.language.letter.Remedy;
import org.amends.language.letter.Wording;
import org.amends.language.letter.template.Values;

/** What is done for the customer, and what is promised. */
final class Redress {

    private Redress() {}

    /** What is owed, or what is given beyond that; the two are never mixed. */
    static void remedies(Draft draft, LetterCase about, boolean owed) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < about.remedies().size(); i++) {
            if (about.remedies().get(i).owed() == owed) {
                numbers.add(i);
            }
        }
        if (numbers.isEmpty()) {
            return;
        }
        boolean list = numbers.size() > 1;
        if (!owed || list) {
            draft.say(intro(about, owed), values -> values.count("count", numbers.size(), null));
        }
        if (list) {
            draft.paragraph();
        }
        List<Block.Item> items = new ArrayList<>();
        for (int i : numbers) {
            remedy(draft, about.remedies().get(i), "remedies[" + i + "]");
            if (list) {
                items.add(new Block.Item("", draft.taken()));
            }
        }
        if (list) {
            draft.items(items);
        }
        if (signerActs(about, owed) && (!owed || !signerActs(about, false))) {
            draft.say("remedy.self");
        }
    }

    private static String intro(LetterCase about, boolean owed) {
        if (owed) {
            return "owed.intro";
        }
        return about.kind() == LetterKind.THANK_YOU ? "gestures.thanks" : "gestures.intro";
    }

    /** Whether the one who signs has something to do; the letter says so once, after the last of it. */
    private static boolean signerActs(LetterCase about, boolean owed) {
        return about.remedies().stream()
                .anyMatch(remedy -> remedy.owed() == owed && remedy.owner() == null && remedy.due() != null);
    }

    private static void remedy(Draft draft, Remedy remedy, String place) {
        boolean done = remedy.done() != null;
        draft.state(place + ".kind", remedy.kind().code());
        draft.state(place + ".owed", Boolean.toString(remedy.owed()));
        draft.say(
                "remedy." + remedy.kind().code() + (done ? ".done" : ".due"),
                values -> values.sum("amount", remedy.amount(), place + ".amount")
                        .day("date", done ? remedy.done() : remedy.due(), place + (done ? ".done" : ".due")));
        if (remedy.amount() != null && !remedy.kind().isMoney()) {
            draft.say("remedy.worth", values -> values.sum("amount", remedy.amount(), place + ".amount"));
        }
        Wording basis = remedy.basis();
        if (basis != null) {
            draft.say(
                    "remedy.basis",
                    values -> values.wording("basis", draft.speech().text(basis, place + ".basis"), place + ".basis"));
        }
        draft.tell(remedy.detail(), place + ".detail");
        if (remedy.owner() != null) {
            draft.owner(done ? "remedy.doer" : "remedy.owner", remedy.owner(), place + ".owner");
        } else if (!done) {
            draft.state(place + ".owner", draft.speech().signer());
        }
    }

    static void promises(Draft draft, LetterCase about) {
        List<Promise> promises = about.promises();
        if (promises.isEmpty()) {
            return;
        }
        boolean list = promises.size() > 1;
        if (list) {
            draft.say("promises.intro", values -> values.count("count", promises.size(), null));
            draft.paragraph();
        }
        List<Block.Item> items = new ArrayList<>();
        for (int i = 0; i < promises.size(); i++) {
            promise(draft, promises.get(i), "promises[" + i + "]");
            if (list) {
                items.add(new Block.Item("", draft.taken()));
            }
        }
        if (list) {
            draft.items(items);
        }
    }

    private static void promise(Draft draft, Promise promise, String place) {
        Person owner = promise.owner();
        draft.say(owner == null ? "promise.self" : "promise.owner", values -> {
            Values promised = values.wording(
                            "what", draft.speech().text(promise.what(), place + ".what"), place + ".what")
                    .day("date", promise.due(), place + ".due");
            return owner == null ? promised : draft.speech().person(promised, owner, place + ".owner");
        });
        if (owner == null) {
            draft.state(place + ".owner", draft.speech().signer());
        }
        draft.tell(promise.proof(), place + ".proof");
    }
}
