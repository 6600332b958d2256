package org.amends.insight.base;

/**
 * A model of buying in continuous time by customers who may leave silently.
 *
 * <p>Every customer buys at random at a rate of their own until they leave; the rates vary over customers as a gamma
 * distribution. The models differ in when leaving happens. All times are in the unit in which the model was fitted.
 */
public sealed interface BaseModel permits BgNbd, MbgNbd, ParetoNbd {

    /** The natural logarithm of the likelihood of one history. */
    double logLikelihood(PurchaseHistory history);

    /** The probability, 0..1, that the customer has not left at the end of observation; called P(alive). */
    double pAlive(PurchaseHistory history);

    /**
     * The probability, 0..1, of still being alive after the horizon, given alive at the end of observation.
     *
     * @param horizon time beyond the end of observation, 0 or more
     */
    double pSurvive(PurchaseHistory history, double horizon);

    /**
     * The probability, 0..1, of no purchase within the horizon: has left, leaves before buying, or just does not buy.
     *
     * @param horizon time beyond the end of observation, 0 or more
     */
    double pNoPurchase(PurchaseHistory history, double horizon);

    /**
     * Purchases expected within the horizon from a customer with this history; called the conditional expectation.
     *
     * @param horizon time beyond the end of observation, 0 or more
     */
    double expectedPurchases(PurchaseHistory history, double horizon);

    /**
     * Repeat purchases expected from a new customer; called E[X(t)].
     *
     * @param time time since the first purchase, 0 or more
     */
    double expectedPurchases(double time);

    /**
     * The probability that a new customer makes exactly this many repeat purchases; called P(X(t) = n).
     *
     * @param purchases repeat purchases, 0 or more
     * @param time time since the first purchase, 0 or more
     */
    double probabilityOfPurchases(int purchases, double time);

    /**
     * All purchases still to come, each discounted to the end of observation; called DERT, discounted expected residual
     * transactions.
     *
     * @param discountRate continuous rate per time unit, positive: a purchase after time h counts exp(-rate h)
     */
    double discountedPurchases(PurchaseHistory history, double discountRate);
}
