package org.amends.server.customer;

import org.jspecify.annotations.Nullable;

/**
 * One row of the relationships of a customer.
 *
 * @param id the store's own number
 * @param brand empty when the company has one only
 * @param customer the identifier that its events came with
 * @param mergedInto the relationship into which it is folded, or null
 * @param restricted stored, and not used
 */
record KeptCustomer(
        long id, String brand, String customer, @Nullable Long mergedInto, boolean restricted) {

    /** As the audit log names it. */
    String subject() {
        return "customer:" + brand + "/" + customer;
    }
}
