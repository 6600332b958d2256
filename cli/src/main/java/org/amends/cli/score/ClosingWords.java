package org.amends.cli.score;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import org.amends.relationship.BreakMode;

/** What a run says at its end. */
final class ClosingWords {

    private final ScoreOutcome outcome;

    ClosingWords(ScoreOutcome outcome) {
        this.outcome = outcome;
    }

    void print(PrintWriter out) {
        ScoreTotals totals = outcome.totals();
        ScoreRequest request = outcome.request();
        out.println(String.format(
                Locale.ROOT,
                "%,d customers, %,d events, looked at on %s, %d days ahead, policy %s",
                totals.customers(),
                totals.events(),
                outcome.at(),
                request.horizon().toDays(),
                request.policy().version()));
        long breaking = totals.withoutMode().breaking();
        for (BreakMode mode : BreakMode.values()) {
            breaking += totals.ofMode(mode).breaking();
        }
        out.println(String.format(Locale.ROOT, "more likely to leave than to stay: %,d", breaking));
        for (BreakMode mode : BreakMode.values()) {
            ScoreTotals.OfMode each = totals.ofMode(mode);
            if (each.breaking() > 0) {
                out.println(String.format(Locale.ROOT, "  %-16s %,10d", mode.stableName(), each.breaking()));
            }
        }
        out.println(String.format(
                Locale.ROOT, "value at risk: %s of %s", money(totals.valueAtRisk()), money(totals.residualValue())));
        if (!outcome.fit().note().isEmpty()) {
            out.println(String.format(Locale.ROOT, "note: %s", outcome.fit().note()));
        }
        printLeftOut(out);
        out.println(String.format(Locale.ROOT, "results: %s", request.out()));
        out.flush();
    }

    private void printLeftOut(PrintWriter out) {
        if (outcome.rejected() > 0) {
            out.println(String.format(
                    Locale.ROOT,
                    "rejected rows: %,d, see %s",
                    outcome.rejected(),
                    outcome.request().out().resolve("rejected.csv")));
        }
        if (outcome.totals().duplicates() > 0) {
            out.println(String.format(
                    Locale.ROOT,
                    "events that came again: %,d, counted once",
                    outcome.totals().duplicates()));
        }
        for (Map.Entry<String, Long> unknown : outcome.counts().unknownTypes().entrySet()) {
            out.println(String.format(
                    Locale.ROOT,
                    "left out: %,d rows of the unknown type \"%s\"",
                    unknown.getValue(),
                    unknown.getKey()));
        }
        if (outcome.after() > 0) {
            out.println(String.format(Locale.ROOT, "not used: %,d events after %s", outcome.after(), outcome.at()));
        }
    }

    /** Sums over several currencies mean nothing, and no currency is named then. */
    private String money(double amount) {
        Map<String, Long> currencies = outcome.totals().currencies();
        String code = currencies.size() == 1 ? currencies.keySet().iterator().next() : "XXX";
        String number = String.format(Locale.ROOT, "%,.0f", amount);
        return code.equals("XXX") ? number : code + " " + number;
    }
}
