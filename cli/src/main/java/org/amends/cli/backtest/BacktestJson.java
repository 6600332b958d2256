package org.amends.cli.backtest;

import static org.amends.cli.json.Json.array;
import static org.amends.cli.json.Json.field;
import static org.amends.cli.json.Json.number;
import static org.amends.cli.json.Json.object;
import static org.amends.cli.json.Json.quoted;

import java.util.ArrayList;
import java.util.List;
import org.amends.insight.backtest.BacktestReport;
import org.amends.insight.backtest.BacktestReport.Result;
import org.amends.insight.backtest.BacktestReport.Sample;
import org.amends.insight.backtest.CalibrationBin;
import org.amends.insight.backtest.Coefficient;
import org.amends.insight.backtest.Interval;

/** Writes a back-test as one JSON object. Numbers that do not exist are null. */
final class BacktestJson {

    private BacktestJson() {}

    static String of(Outcome outcome) {
        BacktestReport report = outcome.report();
        List<String> models = new ArrayList<>();
        report.results().forEach((contender, result) -> models.add(field(contender.stableName(), result(result))));
        return object(
                        field("split", quoted(report.split().at().toString())),
                        field("end", quoted(report.split().end().toString())),
                        field("horizon_days", number(report.split().horizon().toSeconds() / 86_400.0)),
                        field("policys_lifetime", Boolean.toString(report.policysLifetime())),
                        field("policy", quoted(outcome.policyVersion())),
                        field("resamples", number(outcome.resamples())),
                        field("seed", Long.toString(outcome.seed())),
                        field("rejected_rows", Long.toString(outcome.rejected())),
                        field("too_long_histories", Long.toString(outcome.tooLong())),
                        field("test", sample(report.test())),
                        field("training", sample(report.training())),
                        field("models", object(models)),
                        field("rfm_coefficients", coefficients(report.rfm())),
                        field("recalibrated_coefficients", coefficients(report.recalibrated())),
                        field("fitted_coefficients", coefficients(report.fitted())))
                + "\n";
    }

    private static String sample(Sample sample) {
        return object(
                field("customers", number(sample.customers())),
                field("silent_share", number(sample.silentShare())),
                field("troubled", number(sample.troubled())));
    }

    private static String result(Result result) {
        List<String> fields = new ArrayList<>();
        result.measures().forEach((measure, interval) -> fields.add(field(measure.stableName(), interval(interval))));
        fields.add(field("auc_over_rfm", interval(result.aucOverRfm())));
        fields.add(field("auc_over_pareto_nbd", interval(result.aucOverPareto())));
        fields.add(field("brier_over_rfm", interval(result.brierOverRfm())));
        fields.add(field("brier_over_pareto_nbd", interval(result.brierOverPareto())));
        fields.add(field(
                "brier_parts",
                object(
                        field("reliability", number(result.brierParts().reliability())),
                        field("resolution", number(result.brierParts().resolution())),
                        field("uncertainty", number(result.brierParts().uncertainty())))));
        fields.add(field(
                "bins", array(result.bins().stream().map(BacktestJson::bin).toList())));
        return object(fields);
    }

    private static String bin(CalibrationBin bin) {
        return object(
                field("customers", number(bin.customers())),
                field("mean_forecast", number(bin.meanForecast())),
                field("observed_share", number(bin.observedShare())));
    }

    private static String coefficients(List<Coefficient> coefficients) {
        return array(coefficients.stream()
                .map(each -> object(
                        field("name", quoted(each.name())),
                        field("value", number(each.value())),
                        field("standard_error", number(each.standardError())),
                        field("prior", number(each.prior()))))
                .toList());
    }

    private static String interval(Interval interval) {
        return object(
                field("estimate", number(interval.estimate())),
                field("low", number(interval.low())),
                field("high", number(interval.high())));
    }
}
