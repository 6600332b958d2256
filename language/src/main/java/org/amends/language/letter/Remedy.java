package org.amends.language.letter;

import java.time.LocalDate;
import org.amends.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is done for the customer.
 *
 * @param owed whether law, contract or published policy demands it; what is chosen beyond that is a gesture
 * @param amount the sum, for remedies that are money
 * @param basis what it is owed by, a noun in the nominative, for example "article 18 of the contract"
 * @param detail a whole sentence, for example on the account that is credited or the thing that is sent
 * @param owner who does it, or null for the one who signs
 * @param due the day by which it will be done, or null when it is done
 * @param done the day on which it was done, or null when it is not yet
 */
public record Remedy(
        RemedyKind kind,
        boolean owed,
        @Nullable Money amount,
        @Nullable Wording basis,
        @Nullable Wording detail,
        @Nullable Person owner,
        @Nullable LocalDate due,
        @Nullable LocalDate done) {

    /** Says when, once, and how much where it is money. */
    public Remedy {
        if ((due == null) == (done == null)) {
            throw new IllegalArgumentException("a remedy has either the day it is due or the day it was done.");
        }
        if (kind.isMoney() && amount == null) {
            throw new IllegalArgumentException("a %s needs its amount.".formatted(kind.code()));
        }
    }
}
