package org.amends.format.policy;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.amends.policy.Element;
import org.amends.policy.FailureType;

/** What may stand in a field of a catalogue's row. */
public enum FieldKind {
    /** A {@link FailureType}. */
    TYPE("monetary, product, service or attention"),
    /** A number. */
    SHARE("0 to 1"),
    /** A truth value. */
    FLAG("true or false"),
    /** A {@link org.amends.policy.Confidence}. */
    CONFIDENCE("size, order, sign or chosen"),
    /** A list of what can be owed. */
    OWED("a list of remedies, [] for none"),
    /** Words. */
    TEXT("text");

    private final String range;

    FieldKind(String range) {
        this.range = range;
    }

    /** What may be written. */
    public String range() {
        return range;
    }

    /** A value of this kind as a policy file writes it, without quotes. */
    public String text(Object value) {
        return switch (this) {
            case TYPE, CONFIDENCE -> ((Enum<?>) value).name().toLowerCase(Locale.ROOT);
            case SHARE -> PolicyNumber.text((double) value);
            case FLAG, TEXT -> value.toString();
            case OWED -> words(value).stream().collect(Collectors.joining(", ", "[", "]"));
        };
    }

    /** The elements of a list by their names. */
    static List<String> words(Object owed) {
        return ((List<?>) owed)
                .stream().map(element -> ((Element) element).word()).toList();
    }
}
