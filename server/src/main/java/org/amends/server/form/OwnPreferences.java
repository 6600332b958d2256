package org.amends.server.form;

import java.util.Map;
import org.amends.complaint.Complaint;
import org.amends.server.customer.CustomerPreferences;
import org.amends.server.form.StatusDesk.Open;
import org.amends.server.problem.Problem;
import org.springframework.stereotype.Component;

/** What customers state of themselves on their page, and take back. */
@Component
final class OwnPreferences {

    private static final int LONGEST = 200;

    /** What is offered, by its name in the form. */
    private static final Map<String, String> OFFERED = Map.of(
            "no_marketing", "no:marketing",
            "no_phone", "no:phone",
            "email_only", "channel:email only",
            "post_only", "channel:post only",
            "en", "language:en",
            "fr", "language:fr",
            "es", "language:es",
            "ru", "language:ru");

    private final CustomerPreferences preferences;

    OwnPreferences(CustomerPreferences preferences) {
        this.preferences = preferences;
    }

    /**
     * States a preference.
     *
     * @param wish the name of one that is offered, {@code name}, or {@code other}
     * @param words what they want to be called, or what else they want
     * @throws Problem when nothing is said, or it cannot be kept
     */
    void state(Open open, String wish, String words) {
        String offered = OFFERED.get(wish);
        if (offered == null && (words.isBlank() || words.length() > LONGEST)) {
            throw Problem.invalid("words", "empty or too long", "Say in some words what is wished.");
        }
        String preference = offered != null ? offered : wish.equals("name") ? "name:" + words : words;
        Complaint complaint = require(open);
        var ignored = preferences.stateOwn(complaint.customer(), complaint.brand(), preference);
    }

    /** Takes one back. */
    void withdraw(Open open, String preference) {
        Complaint complaint = require(open);
        preferences.withdrawOwn(complaint.customer(), complaint.brand(), preference);
    }

    private static Complaint require(Open open) {
        if (!open.whole()) {
            throw Problem.invalid("key", "one that opens the case only", "Use the link of a letter.");
        }
        return open.complaint();
    }
}
