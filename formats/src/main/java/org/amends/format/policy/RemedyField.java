package org.amends.format.policy;

import org.amends.policy.RemedyProfile;

/** The fields of one row of the remedy catalogue. */
public enum RemedyField implements CatalogueField<RemedyProfile> {
    OFFERED(FieldKind.FLAG, "whether it is given freely; what is owed is given all the same"),
    DISTRIBUTIVE(FieldKind.SHARE, "how far it makes good what the customer lost"),
    INTERACTIONAL(FieldKind.SHARE, "how far it makes good how the customer was treated"),
    PROCEDURAL(FieldKind.SHARE, "how far it makes good how it was handled"),
    CONFIDENCE(FieldKind.CONFIDENCE, "how far the source carries the numbers"),
    EVIDENCE(FieldKind.TEXT, "the source");

    private final FieldKind kind;
    private final String meaning;

    RemedyField(FieldKind kind, String meaning) {
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
    public Object in(RemedyProfile row) {
        return switch (this) {
            case OFFERED -> row.offered();
            case DISTRIBUTIVE -> row.distributive();
            case INTERACTIONAL -> row.interactional();
            case PROCEDURAL -> row.procedural();
            case CONFIDENCE -> row.confidence();
            case EVIDENCE -> row.evidence();
        };
    }
}
