package org.amends.cli.fit;

import static org.amends.cli.json.Json.array;
import static org.amends.cli.json.Json.field;
import static org.amends.cli.json.Json.number;
import static org.amends.cli.json.Json.object;
import static org.amends.cli.json.Json.quoted;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.amends.insight.base.Estimate;
import org.amends.insight.base.Fit;
import org.amends.insight.base.HoldoutTable;

/** Writes a fit as one JSON object. Numbers that do not exist are null. */
final class FitJson {

    private FitJson() {}

    static String of(BaseFit result, String unit) {
        Fit<?> fit = result.fit();
        HoldoutTable holdout = result.holdout();
        return object(List.of(
                field("model", quoted(result.name().option())),
                field("parameters", estimates(result, Estimate::value)),
                field("standard_errors", estimates(result, Estimate::standardError)),
                field("log_likelihood", number(fit.logLikelihood())),
                field("customers", number(fit.customers())),
                field("converged", Boolean.toString(fit.converged())),
                field("iterations", Integer.toString(fit.iterations())),
                field("caution", fit.caution().isEmpty() ? "null" : quoted(fit.caution())),
                field("unit", quoted(unit)),
                field("holdout", holdout == null ? "null" : holdout(holdout))));
    }

    /** The scale of the gamma-gamma model is known by two names, so it is given under both. */
    private static String estimates(BaseFit result, ToDoubleFunction<Estimate> value) {
        List<String> fields = new ArrayList<>();
        for (Estimate estimate : result.fit().estimates()) {
            String number = number(value.applyAsDouble(estimate));
            if (result.name() == ModelName.GAMMA_GAMMA && estimate.name().equals("gamma")) {
                fields.add(field("v", number));
            }
            fields.add(field(estimate.name(), number));
        }
        return object(fields);
    }

    private static String holdout(HoldoutTable table) {
        List<String> rows = new ArrayList<>();
        for (HoldoutTable.Row row : table.rows()) {
            rows.add(object(List.of(
                    field("frequency", quoted(row.label())),
                    field("customers", number(row.customers())),
                    field("actual", number(row.actual())),
                    field("expected", number(row.expected())))));
        }
        return object(List.of(
                field("length", number(table.horizon())),
                field("actual_total", number(table.actualTotal())),
                field("expected_total", number(table.expectedTotal())),
                field("by_frequency", array(rows))));
    }
}
