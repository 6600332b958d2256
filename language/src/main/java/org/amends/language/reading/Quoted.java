package org.amends.language.reading;

import java.util.List;
import java.util.stream.Stream;
import org.amends.language.fact.AmountFact;
import org.amends.language.fact.DateFact;
import org.amends.language.fact.Facts;
import org.amends.language.fact.PersonName;
import org.amends.language.fact.Reference;
import org.amends.language.fact.Span;

/** Facts that the writer did not write now. */
final class Quoted {

    private Quoted() {}

    /** A fact as written, and where it stands. */
    private record Written(String text, Span span) {}

    /**
     * The facts that stand in what is not new, as they are written.
     *
     * @param newText the message with blanks in place of what is not new
     */
    static List<String> of(Facts facts, String newText) {
        Stream<Written> dates = facts.dates().stream().map((DateFact date) -> new Written(date.text(), date.span()));
        Stream<Written> amounts =
                facts.amounts().stream().map((AmountFact amount) -> new Written(amount.text(), amount.span()));
        Stream<Written> references = facts.references().stream()
                .map((Reference reference) -> new Written(reference.text(), reference.span()));
        Stream<Written> names = facts.names().stream().map((PersonName name) -> new Written(name.text(), name.span()));
        return Stream.of(dates, amounts, references, names)
                .flatMap(all -> all)
                .filter(fact -> newText.substring(
                                fact.span().start(), fact.span().end())
                        .isBlank())
                .map(Written::text)
                .distinct()
                .toList();
    }
}
