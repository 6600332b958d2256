package org.amends.language.fact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The checkable facts of a text. Each list is in the order of the text and names nothing twice.
 *
 * @param dates days written with day and month at least
 * @param relativeDates days told from the day of the message
 * @param amounts sums of money
 * @param references numbers and codes of cases, orders, accounts and the like
 * @param names people
 * @param tenure how long the writer has been a customer; null when the text does not state it
 */
public record Facts(
        List<DateFact> dates,
        List<DateFact> relativeDates,
        List<AmountFact> amounts,
        List<Reference> references,
        List<PersonName> names,
        @Nullable Tenure tenure) {
    public Facts {
        dates = List.copyOf(dates);
        relativeDates = List.copyOf(relativeDates);
        amounts = List.copyOf(amounts);
        references = List.copyOf(references);
        names = List.copyOf(names);
    }
}
