package org.amends.story;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a chance of ending comes about, drawn as steps of which each begins where the one before ends. Places and lengths
 * along the width are in percent of it, so that text keeps its size.
 *
 * @param id unique in the page
 * @param title the heading of the drawing, for whoever cannot see it
 * @param description the drawing in words, for whoever cannot see it
 * @param zero where nothing pulls either way, 0 to 100
 * @param zeroLabel what that place means
 * @param steps in order; the last is the sum
 */
public record Waterfall(String id, String title, String description, double zero, String zeroLabel, List<Step> steps) {

    private static final int ROW = 38;
    private static final int HEAD = 20;

    /** Copies the list. */
    public Waterfall {
        steps = List.copyOf(steps);
    }

    /**
     * One step.
     *
     * @param label why
     * @param weight what it adds, in words; null for the sum
     * @param after the chance when it has been taken, in words
     * @param from its left end, 0 to 100
     * @param width 0 to 100
     * @param end where the next begins, 0 to 100
     * @param tone the class of its colour
     */
    public record Step(
            String label, @Nullable String weight, String after, double from, double width, double end, String tone) {}

    /** A length as SVG writes it, for example {@code 12.5%}. */
    public static String percent(double length) {
        return BigDecimal.valueOf(length)
                        .setScale(2, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                + "%";
    }

    /** The height of the drawing, in pixels. */
    public int height() {
        return HEAD + steps.size() * ROW;
    }

    /** The upper edge of a row, in pixels. */
    public int top(int row) {
        return HEAD + row * ROW;
    }

    /** The class of the label of the zero line, so that it stays inside. */
    public String anchor() {
        if (zero < 20) {
            return "first";
        }
        return zero > 80 ? "last" : "centre";
    }
}
