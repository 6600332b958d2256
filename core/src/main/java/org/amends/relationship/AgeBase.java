package org.amends.relationship;

import java.time.Duration;
import org.amends.policy.Parameter;
import org.amends.policy.Policy;

/**
 * The base model of a policy, which knows a relationship's age and pace only: a Lomax lifetime, under which those who stayed long
 * are likelier to stay. It serves where there is no fitted model.
 */
public final class AgeBase {

    /** What is worth having after so many years is too far off to count. */
    private static final int YEARS_COUNTED = 20;

    /** Money to come is discounted at ten percent a year. */
    private static final double YEARLY_DISCOUNT = 1.1;

    private static final double MILLIS_A_YEAR = 365.25 * 86_400_000.0;

    private final double scaleYears;
    private final double shape;

    /** The base model with the numbers of this policy. */
    public AgeBase(Policy policy) {
        scaleYears = policy.get(Parameter.BASE_SCALE);
        shape = policy.get(Parameter.BASE_SHAPE);
    }

    /**
     * The outlook of a relationship that is alive.
     *
     * @param tenureYears how long it has lasted
     * @param purchasesPerYear its pace
     * @param yearlyValue what it is worth a year, in the currency's main unit
     * @param horizon how far ahead
     */
    public BaseOutlook outlook(double tenureYears, double purchasesPerYear, double yearlyValue, Duration horizon) {
        double years = horizon.toMillis() / MILLIS_A_YEAR;
        double end = 1 - survival(tenureYears, years);
        double value = 0;
        for (int year = 0; year < YEARS_COUNTED; year++) {
            double middle = year + 0.5;
            value += yearlyValue * survival(tenureYears, middle) * StrictMath.pow(YEARLY_DISCOUNT, -middle);
        }
        return new BaseOutlook(end, end, 1, purchasesPerYear * years * (1 - end / 2), value);
    }

    private double survival(double tenureYears, double years) {
        double begun = scaleYears + tenureYears;
        return StrictMath.pow(begun / (begun + years), shape);
    }
}
