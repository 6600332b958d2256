package org.amends.format.policy;

import org.amends.policy.FailureProfile;

/** The fields of one row of the failure catalogue. */
public enum FailureField implements CatalogueField<FailureProfile> {
    TYPE(FieldKind.TYPE, "what is lost in it"),
    SEVERITY(FieldKind.SHARE, "how grave it is when an event gives no severity: 0 trifling, 1 grave"),
    CONTROLLABLE(FieldKind.FLAG, "whether the company can usually prevent it"),
    STABLE(FieldKind.FLAG, "whether its cause usually recurs"),
    BETRAYAL(FieldKind.SHARE, "the share of its harm that is a breach of trust rather than a loss"),
    UNFAIRNESS(FieldKind.SHARE, "how unfair it is usually felt to be"),
    OWED(FieldKind.OWED, "what is owed for it whatever the customer is worth; beside it a loss is always made good"),
    CONFIDENCE(FieldKind.CONFIDENCE, "how far the source carries the numbers"),
    EVIDENCE(FieldKind.TEXT, "the source");

    private final FieldKind kind;
    private final String meaning;

    FailureField(FieldKind kind, String meaning) {
        this.kind = kind;
        this.meaning = meaning;
    }

    @Override
    public FieldKind kind() {
        return kind;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    @Override
    public Object in(FailureProfile row) {
        return switch (this) {
            case TYPE -> row.type();
            case SEVERITY -> row.severity();
            case CONTROLLABLE -> row.controllable();
            case STABLE -> row.stable();
            case BETRAYAL -> row.betrayal();
            case UNFAIRNESS -> row.unfairness();
            case OWED -> row.owed();
            case CONFIDENCE -> row.confidence();
            case EVIDENCE -> row.evidence();
        };
    }

    /** Whether a kind that is added must give it. What is owed for it may be left out: then nothing is listed. */
    boolean required() {
        return this != OWED;
    }
}
