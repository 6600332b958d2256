package org.amends.server.form;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form as it is shown.
 *
 * @param written what stands in it
 * @param ticket by which it is known when it comes back
 * @param faults what is amiss, by field: a whole sentence each
 * @param notice what is to be told above it, or null
 * @param trap whether the field that only machines fill in is shown, since somebody filled it in
 * @param trapped what stands in that field
 * @param company what the page says of the company
 * @param answerBy by when an answer is promised, in words
 */
public record ComplainView(
        Written written,
        String ticket,
        Map<String, String> faults,
        @Nullable String notice,
        boolean trap,
        String trapped,
        Addressee company,
        String answerBy) {

    public ComplainView {
        faults = Map.copyOf(faults);
    }

    /** What is amiss with a field, or null. */
    public @Nullable String fault(String field) {
        return faults.get(field);
    }

    /** For {@code aria-describedby}: the ids of the hint and of the error below a field, or null when it has neither. */
    public @Nullable String describedBy(String field, boolean hint) {
        boolean fault = faults.containsKey(field);
        if (!hint && !fault) {
            return null;
        }
        return (hint ? field + "-hint" : "") + (hint && fault ? " " : "") + (fault ? field + "-error" : "");
    }
}
