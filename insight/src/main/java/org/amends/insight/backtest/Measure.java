package org.amends.insight.backtest;

import java.util.Locale;

/** One number of an {@link Accuracy}. */
public enum Measure {
    AUC,
    BRIER,
    LOG_LOSS,
    CALIBRATION_SLOPE,
    CALIBRATION_INTERCEPT,
    CALIBRATION_ERROR,
    TOP_DECILE_LIFT;

    /** The number itself. */
    public double of(Accuracy accuracy) {
        return switch (this) {
            case AUC -> accuracy.auc();
            case BRIER -> accuracy.brier();
            case LOG_LOSS -> accuracy.logLoss();
            case CALIBRATION_SLOPE -> accuracy.calibrationSlope();
            case CALIBRATION_INTERCEPT -> accuracy.calibrationIntercept();
            case CALIBRATION_ERROR -> accuracy.calibrationError();
            case TOP_DECILE_LIFT -> accuracy.topDecileLift();
        };
    }

    /** The name in files, for example {@code log_loss}. */
    public String stableName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
