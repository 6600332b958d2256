package org.amends.server.automation.run;

import org.amends.complaint.Complaint;
import org.amends.server.automation.rule.KeptRule;
import org.amends.server.letter.KeptLetter;
import org.amends.server.letter.Letters;
import org.amends.store.complaint.KeptCase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says where no rule may suggest a letter. */
@Component
final class Suggestions {

    private final Letters letters;

    Suggestions(Letters letters) {
        this.letters = letters;
    }

    /** Why nothing is suggested on a case in this state, or null. Where somebody may be in danger or is vulnerable a person writes. */
    static @Nullable String forbidden(Complaint state) {
        if (state.assessment().danger()) {
            return "Somebody may be in danger; no letter is suggested.";
        }
        return state.assessment().vulnerable() ? "The customer is vulnerable; no letter is suggested." : null;
    }

    /** The same, and where a suggestion waits already. */
    @Nullable
    String forbidden(KeptCase kept) {
        String always = forbidden(kept.complaint());
        if (always != null) {
            return always;
        }
        boolean waits = letters.of(kept).stream().anyMatch(Suggestions::waits);
        return waits ? "A suggested letter waits already." : null;
    }

    private static boolean waits(KeptLetter letter) {
        return letter.standing().open() && letter.createdBy().startsWith(KeptRule.ACTOR);
    }
}
