package org.amends.language.letter;

import java.time.LocalDate;
import java.util.List;
import org.amends.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How the company helps a customer to leave.
 *
 * @param closes the day on which the account closes
 * @param data the hand-over of the customer's data, or null when there are none
 * @param balance the money that is still the customer's, or null when there is none
 * @param alternatives who else can serve the customer, competitors among them
 */
public record Farewell(
        LocalDate closes,
        @Nullable DataHandover data,
        @Nullable Balance balance,
        List<Alternative> alternatives) {

    public Farewell {
        alternatives = List.copyOf(alternatives);
    }

    /**
     * The customer's data, given to the customer.
     *
     * @param due the last day
     * @param how a whole sentence on the way, or null
     */
    public record DataHandover(LocalDate due, @Nullable Wording how) {}

    /** Money that is paid out, and the last day for it. */
    public record Balance(Money amount, LocalDate due) {}

    /**
     * Another provider.
     *
     * @param why a whole sentence on what it can do for the customer, or null
     */
    public record Alternative(String name, @Nullable Wording why) {}
}
