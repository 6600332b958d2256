package org.amends.cli.simulate;

import java.util.Locale;
import org.amends.insight.simulation.Truth;
import org.jspecify.annotations.Nullable;

/** The truth about simulated customers, one row each. */
final class TruthTable {

    static final String HEADER =
            "customer,language,region,joined_at,rate_per_week,dropout_at,left_at,left_reason,returned_at,self_relevance,"
                    + "trust,voice,luck,tier,preference,mean_purchase,expected_yearly_value,purchases,failures,open_issues,"
                    + "last_failure_at,complaints,good_recoveries,silent_sufferer,neglected,would_have_stayed\n";

    private TruthTable() {}

    static void append(Lines out, Truth truth) {
        text(out, truth.customer());
        text(out, truth.language());
        text(out, truth.region());
        text(out, truth.joinedAt());
        number(out, truth.ratePerWeek());
        text(out, truth.dropoutAt());
        text(out, truth.leftAt());
        text(out, truth.leftReason());
        text(out, truth.returnedAt());
        number(out, truth.selfRelevance());
        number(out, truth.trust());
        number(out, truth.voice());
        number(out, truth.luck());
        text(out, truth.tier().name().toLowerCase(Locale.ROOT));
        text(out, truth.preference());
        number(out, truth.meanPurchase());
        number(out, truth.expectedYearlyValue());
        text(out, truth.purchases());
        text(out, truth.failures());
        text(out, truth.openIssues());
        text(out, truth.lastFailureAt());
        text(out, truth.complaints());
        text(out, truth.recoveries());
        text(out, truth.silentSufferer());
        text(out, truth.neglected());
        out.csv(Boolean.toString(truth.wouldHaveStayed()));
        out.add('\n');
    }

    private static void text(Lines out, @Nullable Object value) {
        if (value != null) {
            out.csv(value.toString());
        }
        out.add(',');
    }

    /** Six decimals are more than anybody compares. */
    private static void number(Lines out, double value) {
        out.csv(Double.toString(Math.round(value * 1e6) / 1e6));
        out.add(',');
    }
}
