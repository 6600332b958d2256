package org.amends.language.evaluation;

import java.util.Formatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** An evaluation for people to read: a table for each sort of label, confusions, calibration, and the languages side by side. */
public final class EvaluationText {

    private static final String LINE = "%-26s %5s %10s %8s %6s   %s%n";

    private final StringBuilder text = new StringBuilder();
    private final Formatter out = new Formatter(text, Locale.ROOT);

    private EvaluationText() {}

    /**
     * The text.
     *
     * @param all the evaluation of all messages
     * @param languages the same by language code; nothing is shown of them if there is only one
     */
    public static String of(Evaluation all, Map<String, Evaluation> languages) {
        EvaluationText written = new EvaluationText();
        written.out.format("%d messages; intervals hold 95 %%, messages drawn anew 1,000 times%n%n", all.messages());
        written.out.format(LINE, "label", "cases", "precision", "recall", "F1", "interval of F1");
        all.flagTallies().forEach(written::row);
        all.values().forEach(written::row);
        all.setTallies().forEach((set, tallies) -> written.set(set, all.micro(set), tallies));
        written.out.format("%nfacts, exactly%n");
        all.factTallies().forEach(written::row);
        all.confusions().forEach(written::confusion);
        written.reliability(all.reliability());
        if (languages.size() > 1) {
            written.languages(languages);
        }
        return written.text.toString();
    }

    private void row(String name, Tally tally) {
        if (tally.cases() == 0 && Double.isNaN(tally.precision())) {
            return;
        }
        double[] interval = tally.interval();
        out.format(
                LINE,
                name,
                tally.cases(),
                number(tally.precision()),
                number(tally.recall()),
                number(tally.f1()),
                number(interval[0]) + " - " + number(interval[1]));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
    }

    private void set(String set, Tally micro, Map<String, Tally> tallies) {
        out.format("%n");
        row(set + " (micro)", micro);
        new TreeMap<>(tallies).forEach((value, tally) -> row("  " + value, tally));
    }

    private void confusion(String name, Confusion confusion) {
        if (confusion.all() == 0) {
            return;
        }
        out.format(
                "%n%s: right %s, within one step %s, macro F1 %s; rows people, columns the reader%n",
                name, number(confusion.within(0)), number(confusion.within(1)), number(confusion.macroF1()));
        out.format("%-16s", "");
        confusion.answers().forEach(answer -> out.format(" %12s", cut(answer)));
        out.format("   F1%n");
        for (int is = 0; is < confusion.answers().size(); is++) {
            String answer = confusion.answers().get(is);
            out.format("%-16s", answer);
            for (int said = 0; said < confusion.answers().size(); said++) {
                out.format(" %12d", confusion.count(is, said));
            }
            out.format("   %s%n", number(confusion.tally(answer).f1()));
        }
    }

    private static String cut(String answer) {
        return answer.length() > 12 ? answer.substring(0, 12) : answer;
    }

    private void reliability(Reliability reliability) {
        out.format(
                "%ncalibration: what is so sure is right so often (mean difference %s)%n", number(reliability.error()));
        out.format("%10s %8s %8s%n", "labels", "sure", "right");
        for (Reliability.Bin bin : reliability.bins()) {
            out.format("%10d %8s %8s%n", bin.count(), number(bin.confidence()), number(bin.right()));
        }
    }

    private void languages(Map<String, Evaluation> languages) {
        out.format("%n%-26s", "by language");
        languages.keySet().forEach(language -> out.format(" %8s", language));
        out.format("%n");
        line("messages", languages, evaluation -> evaluation.messages());
        line(
                "is_complaint F1",
                languages,
                evaluation -> evaluation.flag("is_complaint").f1());
        line(
                "motive macro F1",
                languages,
                evaluation -> evaluation.confusion("motive").macroF1());
        line(
                "failure_types micro F1",
                languages,
                evaluation -> evaluation.micro("failure_types").f1());
        line(
                "requested_remedy micro F1",
                languages,
                evaluation -> evaluation.micro("requested_remedy").f1());
        line(
                "hostility within one",
                languages,
                evaluation -> evaluation.confusion("hostility").within(1));
        line(
                "safety_flag recall",
                languages,
                evaluation -> evaluation.flag("safety_flag").recall());
        line(
                "safety_flag precision",
                languages,
                evaluation -> evaluation.flag("safety_flag").precision());
        line(
                "vulnerable recall",
                languages,
                evaluation -> evaluation.flag("vulnerable").recall());
        facts(languages);
    }

    private void facts(Map<String, Evaluation> languages) {
        for (String fact : languages.values().iterator().next().factTallies().keySet()) {
            line(fact + " F1", languages, evaluation -> evaluation.fact(fact).f1());
        }
    }

    private void line(
            String name, Map<String, Evaluation> languages, java.util.function.ToDoubleFunction<Evaluation> figure) {
        out.format("%-26s", name);
        languages.values().forEach(evaluation -> {
            double value = figure.applyAsDouble(evaluation);
            out.format(" %8s", value > 1 ? String.valueOf((int) value) : number(value));
        });
        out.format("%n");
    }
}
