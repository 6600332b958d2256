package org.amends.insight.base;

import java.time.LocalDate;
import java.util.List;

/**
 * A log of purchases split into a calibration period, to fit on, and a hold-out period, to test on.
 *
 * @param customers those whose first purchase is in the calibration period, in the order of their first appearance
 * @param unit the unit of all times
 * @param calibrationEnd last day of the calibration period
 * @param observationEnd last day of the hold-out period; equal to calibrationEnd when nothing is held out
 */
public record CalibrationSummary(
        List<CustomerSummary> customers, TimeUnit unit, LocalDate calibrationEnd, LocalDate observationEnd) {

    public CalibrationSummary {
        if (observationEnd.isBefore(calibrationEnd)) {
            throw new IllegalArgumentException("observationEnd %s must not be before calibrationEnd %s."
                    .formatted(observationEnd, calibrationEnd));
        }
        customers = List.copyOf(customers);
    }

    /** The histories to fit a continuous-time model to. */
    public List<PurchaseHistory> histories() {
        return customers.stream().map(CustomerSummary::history).toList();
    }

    /** How long the hold-out period is, in units. */
    public double holdout() {
        return (observationEnd.toEpochDay() - calibrationEnd.toEpochDay()) / unit.days();
    }
}
