package org.amends.cli.backtest;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import org.amends.insight.backtest.BacktestReport;
import org.amends.insight.backtest.BacktestReport.Result;
import org.amends.insight.backtest.BacktestReport.Sample;
import org.amends.insight.backtest.CalibrationBin;
import org.amends.insight.backtest.Coefficient;
import org.amends.insight.backtest.Contender;
import org.amends.insight.backtest.Interval;

/** Writes a back-test for a person: Markdown tables that read well in a terminal too. */
final class BacktestText {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Formatter text = new Formatter(Locale.ROOT);
    private final Outcome outcome;
    private final BacktestReport report;

    private BacktestText(Outcome outcome) {
        this.outcome = outcome;
        this.report = outcome.report();
    }

    static String of(Outcome outcome) {
        BacktestText written = new BacktestText(outcome);
        written.head();
        written.measures();
        written.differences();
        written.brier();
        written.calibration();
        written.coefficients("Recalibrated", written.report.recalibrated());
        written.coefficients("Fitted by mode", written.report.fitted());
        written.coefficients("RFM regression, standardised features", written.report.rfm());
        return written.text.toString();
    }

    private void head() {
        text.format(
                "Who bought nothing from %s to %s (UTC), as foretold at its beginning; policy %s.\n",
                TIME.format(report.split().at()), TIME.format(report.split().end()), outcome.policyVersion());
        if (report.policysLifetime()) {
            text.format(
                    "The history is too short to tell slow customers from gone ones: the policy's lifetime stands in for the"
                            + " diagnosis, as in scoring.\n");
        }
        sample("Test", report.test());
        sample("Learned from, one holdout earlier", report.training());
        text.format(
                "Rows left out: %d. Relationships left out as too long: %d.\n", outcome.rejected(), outcome.tooLong());
        text.format(
                "In brackets: 95 %% intervals from %d resamples of customers, seed %d.\n",
                outcome.resamples(), outcome.seed());
    }

    private void sample(String name, Sample sample) {
        text.format(
                "%s: %,d customers, %.1f %% silent, %,d with a failure or complaint on record.\n",
                name, sample.customers(), 100 * sample.silentShare(), sample.troubled());
    }

    private void measures() {
        text.format("\n");
        text.format(
                "| forecast | AUC | Brier | log loss | calibration slope | calibration intercept | ECE | lift in top decile |\n");
        text.format("| --- | --- | --- | --- | --- | --- | --- | --- |\n");
        report.results().forEach((contender, result) -> {
            StringBuilder row = new StringBuilder("| ").append(name(contender));
            result.measures().values().forEach(measure -> row.append(" | ").append(interval(measure)));
            text.format("%s |\n", row);
        });
    }

    private void differences() {
        text.format("\n");
        text.format("| difference | AUC to RFM | AUC to Pareto/NBD | Brier to RFM | Brier to Pareto/NBD |\n");
        text.format("| --- | --- | --- | --- | --- |\n");
        report.results().forEach((contender, result) -> {
            if (contender != Contender.RFM && contender != Contender.PARETO_NBD) {
                text.format(
                        "| %s | %s | %s | %s | %s |\n",
                        name(contender),
                        interval(result.aucOverRfm()),
                        interval(result.aucOverPareto()),
                        interval(result.brierOverRfm()),
                        interval(result.brierOverPareto()));
            }
        });
    }

    private void brier() {
        text.format("\n");
        text.format("| Brier score over ten bins | reliability | resolution | uncertainty |\n");
        text.format("| --- | --- | --- | --- |\n");
        report.results()
                .forEach((contender, result) -> text.format(
                        "| %s | %.4f | %.4f | %.4f |\n",
                        name(contender),
                        result.brierParts().reliability(),
                        result.brierParts().resolution(),
                        result.brierParts().uncertainty()));
    }

    private void calibration() {
        report.results().forEach((contender, result) -> bins(contender, result));
    }

    private void bins(Contender contender, Result result) {
        text.format("\n");
        text.format("| %s, tenth | customers | foretold | fell silent |\n", name(contender));
        text.format("| --- | --- | --- | --- |\n");
        int number = 1;
        for (CalibrationBin bin : result.bins()) {
            text.format(
                    "| %d | %.0f | %.3f | %.3f |\n",
                    number++, bin.customers(), bin.meanForecast(), bin.observedShare());
        }
    }

    private void coefficients(String title, List<Coefficient> coefficients) {
        text.format("\n");
        text.format("| %s | coefficient | standard error | prior |\n", title);
        text.format("| --- | --- | --- | --- |\n");
        for (Coefficient each : coefficients) {
            text.format("| %s | %.3f | %.3f | %.0f |\n", each.name(), each.value(), each.standardError(), each.prior());
        }
    }

    private static String name(Contender contender) {
        return switch (contender) {
            case RFM -> "RFM regression";
            case PARETO_NBD -> "Pareto/NBD";
            case MBG_NBD -> "MBG/NBD";
            case LEAVE_PROBABILITY -> "diagnosis: leave probability as it is";
            case DIAGNOSIS -> "diagnosis: silence implied";
            case DIAGNOSIS_AT_ONCE -> "diagnosis: silence implied, leaving at once";
            case DIAGNOSIS_RECALIBRATED -> "diagnosis, recalibrated";
            case DIAGNOSIS_FITTED -> "diagnosis, fitted by mode";
        };
    }

    private static String interval(Interval interval) {
        return String.format(Locale.ROOT, "%.3f [%.3f, %.3f]", interval.estimate(), interval.low(), interval.high());
    }
}
