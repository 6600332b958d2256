package org.amends.language.fact;

import java.time.LocalDate;
import java.util.List;
import org.amends.language.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * Reads the checkable facts of a text. The reading is deterministic, takes time in proportion to the length of the text and
 * accepts any text; quoted mails and signatures are read like the rest.
 */
public final class FactReader {

    private FactReader() {}

    /**
     * The facts of a text.
     *
     * @param sent the day on which it was written; null if unknown, then days told from it have no value
     */
    public static Facts read(String text, Language language, @Nullable LocalDate sent) {
        Tokens tokens = new Tokens(text, language);
        List<DateFact> dates = new DateScan(tokens, sent).run();
        List<AmountFact> named = new AmountScan(tokens).run();
        new Contacts(tokens).take();
        List<Reference> references = new ReferenceScan(tokens).run();
        List<AmountFact> amounts = new BareAmounts(tokens, named).all();
        List<PersonName> names = new NameScan(tokens).run();
        List<DateFact> relative = new RelativeDates(tokens, sent).run();
        Tenure tenure = new TenureScan(tokens, sent).run();
        return new Facts(dates, relative, amounts, references, names, tenure);
    }
}
