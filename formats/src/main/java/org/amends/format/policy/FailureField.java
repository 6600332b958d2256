package org.amends.format.policy;

import java.util.Locale;
import org.amends.policy.FailureProfile;

/** The fields of one row of the failure catalogue, as a policy file names them. */
public enum FailureField {
    TYPE("monetary, product, service or attention", "what is lost in it"),
    SEVERITY("0 to 1", "how grave it is when an event gives no severity: 0 trifling, 1 grave"),
    CONTROLLABLE("true or false", "whether the company can usually prevent it"),
    STABLE("true or false", "whether its cause usually recurs"),
    BETRAYAL("0 to 1", "the share of its harm that is a breach of trust rather than a loss"),
    UNFAIRNESS("0 to 1", "how unfair it is usually felt to be"),
    CONFIDENCE("size, order, sign or chosen", "how far the source carries the numbers"),
    EVIDENCE("text", "the source");

    private final String range;
    private final String meaning;

    FailureField(String range, String meaning) {
        this.range = range;
        this.meaning = meaning;
    }

    /** The name in policy files, for example {@code severity}. */
    public String stableName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What may be written. */
    public String range() {
        return range;
    }

    /** What it means. */
    public String meaning() {
        return meaning;
    }

    /** What a row holds in this field, as a policy file writes it, without quotes. */
    public String of(FailureProfile row) {
        return switch (this) {
            case TYPE -> row.type().name().toLowerCase(Locale.ROOT);
            case SEVERITY -> PolicyNumber.text(row.severity());
            case CONTROLLABLE -> Boolean.toString(row.controllable());
            case STABLE -> Boolean.toString(row.stable());
            case BETRAYAL -> PolicyNumber.text(row.betrayal());
            case UNFAIRNESS -> PolicyNumber.text(row.unfairness());
            case CONFIDENCE -> row.confidence().name().toLowerCase(Locale.ROOT);
            case EVIDENCE -> row.evidence();
        };
    }
}
