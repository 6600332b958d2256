package org.amends.cli.fit;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.amends.insight.base.CalibrationSummary;
import org.amends.insight.base.PurchaseLog;
import org.amends.insight.base.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How the options split time into what is learned from and what is held out. */
record HoldoutSpan(
        TimeUnit unit,
        @Nullable LocalDate calibrationEnd,
        @Nullable String holdout) {

    private static final String REMEDY = "Maybe a number of units such as 39, or the last day such as 1998-06-30.";

    /** The length that {@code --holdout} gives as a number of units; NaN when it is not given. */
    double length() {
        if (holdout == null) {
            return Double.NaN;
        }
        double length = number(holdout);
        if (!(length > 0 && length <= 1e6)) {
            throw new FitInputException(
                    "--holdout",
                    "\"%s\" is not a positive number of units.".formatted(holdout),
                    "Maybe a number of units such as 39; a date needs --transactions.");
        }
        return length;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }

    /** Sums the log up over the two periods. Without options nothing is held out. */
    CalibrationSummary split(PurchaseLog log) {
        LocalDate observationEnd = observationEnd(log);
        LocalDate end = calibrationEnd(log, observationEnd);
        if (end.isBefore(log.firstDay())) {
            throw new FitInputException(
                    "--calibration-end",
                    "%s is before the first purchase, on %s.".formatted(end, log.firstDay()),
                    "Maybe a day up to %s.".formatted(log.lastDay()));
        }
        if (observationEnd.isBefore(end)) {
            throw new FitInputException(
                    "--holdout", "%s is before the end of calibration, %s.".formatted(observationEnd, end), REMEDY);
        }
        return log.summarise(unit, end, observationEnd);
    }

    private LocalDate calibrationEnd(PurchaseLog log, LocalDate observationEnd) {
        if (calibrationEnd != null) {
            return calibrationEnd;
        }
        if (holdout == null) {
            return log.lastDay();
        }
        return holdoutDay() == null ? observationEnd.minusDays(days()) : log.lastDay();
    }

    private LocalDate observationEnd(PurchaseLog log) {
        LocalDate day = holdoutDay();
        if (day != null) {
            return day;
        }
        if (calibrationEnd == null) {
            return log.lastDay();
        }
        if (holdout != null) {
            return calibrationEnd.plusDays(days());
        }
        return calibrationEnd.isAfter(log.lastDay()) ? calibrationEnd : log.lastDay();
    }

    private long days() {
        return Math.round(length() * unit.days());
    }

    private @Nullable LocalDate holdoutDay() {
        if (holdout == null || !holdout.contains("-")) {
            return null;
        }
        try {
            return LocalDate.parse(holdout);
        } catch (DateTimeException notADay) {
            throw new FitInputException("--holdout", "\"%s\" is no day and no length.".formatted(holdout), REMEDY);
        }
    }
}
