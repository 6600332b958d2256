package org.amends.language.json;

import java.util.List;
import java.util.Set;
import org.amends.language.reading.Labels;
import org.amends.language.reading.Message;
import org.jspecify.annotations.Nullable;

/**
 * A message with what a person says of it.
 *
 * @param message the message, with the language that the file names
 * @param labels what the person says
 * @param given the names of the labels that the file holds; the others are not known
 * @param facts the facts that the person found; null where the file holds none
 */
public record Labelled(
        Message message,
        Labels labels,
        Set<String> given,
        @Nullable FactLists facts) {

    /**
     * The facts of a message as texts, to be compared.
     *
     * @param dates in ISO 8601, or as written where the year is not
     * @param datesText as written
     * @param amounts each as value and currency, for example {@code 42.5 EUR}
     * @param amountsText as written
     * @param references as written
     * @param names as written
     */
    public record FactLists(
            List<String> dates,
            List<String> datesText,
            List<String> amounts,
            List<String> amountsText,
            List<String> references,
            List<String> names) {}
}
