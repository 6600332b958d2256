package org.amends.server.casework;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.amends.complaint.Assessment;

/** What an assessment says yes or no to, by the names that forms and texts use. */
final class Signs {

    static final List<String> ALL = List.of("danger", "vulnerable", "repeated", "legal", "public", "leaving");

    private Signs() {}

    /** What this assessment says yes to, in the order of the form. */
    static Set<String> of(Assessment said) {
        Set<String> signs = new LinkedHashSet<>();
        boolean[] answers = {
            said.danger(), said.vulnerable(), said.repeated(), said.legalThreat(), said.publicThreat(), said.leaving()
        };
        for (int i = 0; i < answers.length; i++) {
            if (answers[i]) {
                signs.add(ALL.get(i));
            }
        }
        return signs;
    }
}
