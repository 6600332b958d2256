package org.amends.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.amends.relationship.BreakMode;
import org.amends.relationship.Cause;
import org.amends.story.Story.CauseSum;
import org.amends.story.Waterfall.Step;
import org.jspecify.annotations.Nullable;

/** Draws how a chance of ending comes about: where it starts, what pulls towards leaving, what holds. */
public final class WaterfallChart {

    /** Between the start and the sum; the rest is one step. */
    private static final int MOST_CAUSES = 6;

    /** What would be shown as nothing. */
    private static final double TRIFLE = 0.05;

    private static final double NARROWEST = 0.8;

    private final Words words;
    private final Numerals numerals;

    /** One addend with its place among the others. */
    private record Addend(
            String label, double logit, @Nullable BreakMode mode) {}

    /**
     * @param words the language
     * @param numerals of the same language
     */
    public WaterfallChart(Words words, Numerals numerals) {
        this.words = words;
        this.numerals = numerals;
    }

    /**
     * Draws one story.
     *
     * @param id unique in the page
     */
    public Waterfall of(Story story, String id) {
        List<Addend> addends = addends(story);
        double total = addends.stream().mapToDouble(Addend::logit).sum();
        double least = Math.min(0, total);
        double most = Math.max(0, total);
        double sum = 0;
        for (Addend addend : addends) {
            sum += addend.logit();
            least = Math.min(least, sum);
            most = Math.max(most, sum);
        }
        Scale scale = new Scale(least, most);
        List<Step> steps = steps(addends, scale);
        String chance = numerals.chance(story.leaveProbability());
        steps.add(step(words.text("story.result"), null, chance, scale, 0, total, "sum"));
        String description = steps.stream()
                .map(step -> step.label() + ": " + (step.weight() == null ? step.after() : step.weight()))
                .collect(Collectors.joining("; ", "", "."));
        return new Waterfall(id, words.text("story.chart"), description, scale.at(0), words.text("story.even"), steps);
    }

    /** Logits along the width. */
    private record Scale(double least, double most) {
        double at(double logit) {
            return most > least ? 100 * (logit - least) / (most - least) : 0;
        }
    }

    private List<Step> steps(List<Addend> addends, Scale scale) {
        List<Step> steps = new ArrayList<>();
        double before = 0;
        for (Addend addend : addends) {
            double after = before + addend.logit();
            String chance = numerals.chance(1 / (1 + StrictMath.exp(-after)));
            String tone = steps.isEmpty() ? "start" : tone(addend);
            steps.add(step(addend.label(), numerals.weight(addend.logit()), chance, scale, before, after, tone));
            before = after;
        }
        return steps;
    }

    private static Step step(
            String label, @Nullable String weight, String chance, Scale scale, double from, double to, String tone) {
        double left = scale.at(Math.min(from, to));
        double width = Math.max(NARROWEST, scale.at(Math.max(from, to)) - left);
        return new Step(label, weight, chance, Math.min(left, 100 - width), width, scale.at(to), tone);
    }

    private static String tone(Addend addend) {
        if (addend.logit() < 0) {
            return "holds";
        }
        BreakMode mode = addend.mode();
        return mode == null ? "base" : mode.stableName();
    }

    /** The start, then what pulls, strongest first, then what holds, strongest first, then the rest. */
    private List<Addend> addends(Story story) {
        List<CauseSum> others = story.causes().stream()
                .filter(sum -> !isStart(sum.cause()))
                .sorted(Comparator.comparingDouble(sum -> -Math.abs(sum.logit())))
                .toList();
        double start = story.causes().stream()
                .filter(sum -> isStart(sum.cause()))
                .mapToDouble(CauseSum::logit)
                .sum();
        List<Addend> addends = new ArrayList<>();
        List<Addend> told = new ArrayList<>();
        double rest = 0;
        for (CauseSum sum : others) {
            if (told.size() < MOST_CAUSES && Math.abs(sum.logit()) >= TRIFLE) {
                told.add(new Addend(
                        words.text("cause." + sum.cause().stableName()),
                        sum.logit(),
                        sum.cause().mode()));
            } else {
                rest += sum.logit();
            }
        }
        told.sort(Comparator.comparing((Addend addend) -> addend.logit() < 0)
                .thenComparingDouble(addend -> -Math.abs(addend.logit())));
        addends.add(new Addend(words.text("cause.habit"), start, null));
        addends.addAll(told);
        if (Math.abs(rest) >= TRIFLE) {
            addends.add(new Addend(words.text("story.rest"), rest, null));
        }
        return addends;
    }

    private static boolean isStart(Cause cause) {
        return cause == Cause.HABIT || cause == Cause.ABSENCE;
    }
}
