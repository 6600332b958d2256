package org.amends.cli.score;

import java.util.List;
import org.amends.cli.report.ReportCollector;
import org.amends.cli.report.ReportData;
import org.amends.cli.report.ReportPage;
import org.amends.insight.base.BaseModel;
import org.amends.insight.base.MbgNbd;
import org.amends.insight.base.ParetoNbd;
import org.jspecify.annotations.Nullable;

/** Hands what a run found to the report. */
final class ReportWriting {

    private ReportWriting() {}

    /** The page. */
    static String page(ScoreOutcome outcome, ReportCollector collected) {
        ScoreRequest request = outcome.request();
        List<String> sources = outcome.files().stream()
                .map(file -> String.valueOf(file.path().getFileName()))
                .toList();
        ReportData.Run run = new ReportData.Run(
                outcome.at(),
                request.horizon(),
                ReportCollector.USUAL_THRESHOLD,
                request.policy().version(),
                sources,
                outcome.totals().events(),
                outcome.rejected(),
                outcome.totals().duplicates(),
                outcome.counts().unknown(),
                model(outcome.fit().model(request.policy())));
        return ReportPage.html(new ReportData(run, collected.findings()), request.language());
    }

    private static ReportData.@Nullable BaseModel model(@Nullable BaseModel model) {
        if (model instanceof MbgNbd(double r, double alpha, double a, double b)) {
            return new ReportData.BaseModel(
                    "MBG/NBD",
                    List.of(parameter("r", r), parameter("alpha", alpha), parameter("a", a), parameter("b", b)));
        }
        if (model instanceof ParetoNbd(double r, double alpha, double s, double beta)) {
            return new ReportData.BaseModel(
                    "Pareto/NBD",
                    List.of(parameter("r", r), parameter("alpha", alpha), parameter("s", s), parameter("beta", beta)));
        }
        return null;
    }

    private static ReportData.ModelParameter parameter(String name, double value) {
        return new ReportData.ModelParameter(name, value);
    }
}
