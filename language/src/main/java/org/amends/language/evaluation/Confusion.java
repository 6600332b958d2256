package org.amends.language.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Which answer was given for which: one row for what people said, one column for what the reader said. */
final class Confusion {

    private final List<String> answers;
    private final int[][] counts;
    private final Map<String, Tally> tallies = new LinkedHashMap<>();

    Confusion(List<String> answers) {
        this.answers = List.copyOf(answers);
        this.counts = new int[answers.size()][answers.size()];
        answers.forEach(answer -> tallies.put(answer, new Tally()));
    }

    void add(String said, String is) {
        counts[answers.indexOf(is)][answers.indexOf(said)]++;
        tallies.forEach((answer, tally) -> tally.add(answer.equals(said), answer.equals(is)));
    }

    List<String> answers() {
        return answers;
    }

    Tally tally(String answer) {
        return Objects.requireNonNull(tallies.get(answer), answer);
    }

    int count(int is, int said) {
        return counts[is][said];
    }

    int all() {
        int all = 0;
        for (int[] row : counts) {
            for (int count : row) {
                all += count;
            }
        }
        return all;
    }

    /** The share of answers that are no more than so many steps off; for answers that have an order. */
    double within(int steps) {
        int near = 0;
        for (int is = 0; is < counts.length; is++) {
            for (int said = 0; said < counts.length; said++) {
                near += Math.abs(is - said) <= steps ? counts[is][said] : 0;
            }
        }
        return all() == 0 ? Double.NaN : near / (double) all();
    }

    /** The mean of F1 over the answers that occur. */
    double macroF1() {
        double sum = 0;
        int occurring = 0;
        for (Tally tally : tallies.values()) {
            if (tally.cases() > 0) {
                sum += tally.f1();
                occurring++;
            }
        }
        return occurring == 0 ? Double.NaN : sum / occurring;
    }
}
