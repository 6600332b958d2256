package org.amends.format.policy;

import java.util.Locale;

/**
 * One field of the rows of a catalogue, as a policy file names it.
 *
 * @param <R> the row
 */
public sealed interface CatalogueField<R> permits FailureField, RemedyField {

    /** The name of the constant. */
    String name();

    /** What may stand in it. */
    FieldKind kind();

    /** What it means. */
    String meaning();

    /** What a row holds in it. */
    Object in(R row);

    /** The name in policy files, for example {@code severity}. */
    default String stableName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a row holds in it, as a policy file writes it, without quotes. */
    default String of(R row) {
        return kind().text(in(row));
    }
}
