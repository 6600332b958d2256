package org.amends.server.automation.run;

import java.util.Locale;

/** What came of a rule that was set off. */
public enum RunResult {
    /** It did everything. */
    DONE,
    /** Everything was so already. */
    UNCHANGED,
    /** It did something, and something not. */
    PARTLY,
    /** A condition did not hold. */
    NOT_MATCHED,
    /** The case does not allow it, or something that it names is not there. */
    REFUSED,
    /** Something broke, and trying again did not help. */
    FAILED,
    /** The rule was switched off meanwhile, or taken away. */
    OFF;

    /** The name in the store and in answers. */
    public String stableName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RunResult of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
