package org.amends.cli.fit;

import java.util.List;

/**
 * What a model is fitted to.
 *
 * @param customers one for each customer, or for each number of customers alike
 * @param holdout length of the hold-out period in units; NaN when nothing is held out or its length is not known
 */
record CustomerTable<H>(List<Customer<H>> customers, double holdout) {

    /**
     * One customer, or several alike.
     *
     * @param weight how many customers
     * @param holdoutPurchases purchases of each in the hold-out period; NaN when unknown
     * @param horizon length of the customer's own hold-out period; NaN when unknown
     */
    record Customer<H>(H history, double weight, double holdoutPurchases, double horizon) {}

    CustomerTable {
        customers = List.copyOf(customers);
    }

    List<H> histories() {
        return customers.stream().map(Customer::history).toList();
    }

    double[] weights() {
        return customers.stream().mapToDouble(Customer::weight).toArray();
    }

    boolean hasHoldout() {
        return holdout > 0;
    }
}
