package org.amends.server.form;

import java.util.Locale;

/** What would put it right, as the form offers it; whoever wants something else writes it. */
public enum Wish {
    REFUND,
    REPLACEMENT,
    REDO,
    EXPLANATION,
    APOLOGY,
    /** That it does not happen again, to them or to others. */
    CHANGE;

    /** The name in forms and texts. */
    public String stableName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
