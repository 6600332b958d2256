package org.amends.language.letter.writing;

import java.util.ArrayList;
import java.util.Locale;
import org.amends.language.letter.LetterCase;
import org.amends.language.letter.LetterKind;
import org.amends.language.letter.Regime;
import org.amends.language.letter.Regime.Referral;
import org.amends.language.letter.Regime.TimeLimit;
import org.jspecify.annotations.Nullable;

/** What the rules of the complaint require the letter to say; it comes after what one person has to say to another. */
final class Rules {

    private Rules() {}

    static void regime(Draft draft, LetterCase about) {
        Regime regime = about.regime();
        if (regime == null) {
            return;
        }
        boolean last = about.kind() == LetterKind.FINAL_RESPONSE || about.kind() == LetterKind.REFUSAL;
        if (last) {
            draft.say("regime.final");
            draft.state("regime.final", about.reference());
        }
        draft.say(
                "regime.rules",
                values -> values.wording("rules", draft.speech().text(regime.name(), "regime.name"), "regime.name"));
        if (Account.isWaiting(about.kind()) && regime.deadline() != null) {
            draft.say("regime.deadline", values -> values.day("deadline", regime.deadline(), "regime.deadline"));
        }
        referral(draft, regime.referral());
        for (int i = 0; i < regime.statements().size(); i++) {
            draft.paragraph();
            draft.tell(regime.statements().get(i), "regime.statements[" + i + "]");
        }
    }

    private static void referral(Draft draft, @Nullable Referral referral) {
        if (referral == null) {
            return;
        }
        String place = "regime.referral";
        String web = referral.web();
        String post = referral.address();
        String address = web == null ? String.valueOf(post) : post == null ? web : web + ", " + post;
        draft.say(
                "regime.referral",
                values -> values.wording("body", draft.speech().text(referral.name(), place + ".name"), place + ".name")
                        .text("address", address, place + ".address"));
        if (referral.free()) {
            draft.say("regime.free");
            draft.state(place + ".free", "true");
        }
        TimeLimit limit = referral.limit();
        if (limit != null) {
            limit(draft, limit, place + ".limit");
        }
    }

    private static void limit(Draft draft, TimeLimit limit, String place) {
        String unit = limit.unit().name().toLowerCase(Locale.ROOT);
        String span = draft.speech()
                .template("limit." + unit)
                .fill(draft.speech().values(new ArrayList<>()).count("count", limit.count(), null));
        String start = limit.start().name().toLowerCase(Locale.ROOT);
        draft.say("regime.limit." + start, values -> values.wording("limit", span, place));
        draft.state(place + ".count", Integer.toString(limit.count()));
        draft.state(place + ".unit", unit);
        draft.state(place + ".from", start);
    }
}
