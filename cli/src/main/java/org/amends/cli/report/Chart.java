package org.amends.cli.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Charts as they are drawn. Places and lengths along the width are in percent of it, so that text keeps its size. */
sealed interface Chart {

    /** The heading of the drawing, for whoever cannot see it. */
    String title();

    /** The drawing in one sentence or more, for whoever cannot see it. */
    String description();

    /** A length as SVG writes it, for example {@code 12.5%}. */
    static String percent(double length) {
        return BigDecimal.valueOf(length)
                        .setScale(2, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                + "%";
    }

    /**
     * Horizontal bars.
     *
     * @param id unique in the page
     */
    record Bars(String id, String title, String description, List<Bar> bars) implements Chart {
        private static final int ROW = 72;

        public Bars {
            bars = List.copyOf(bars);
        }

        /** In pixels. */
        int height() {
            return bars.size() * ROW;
        }

        /** The upper edge of a row, in pixels. */
        int top(int row) {
            return row * ROW;
        }
    }

    /**
     * One bar.
     *
     * @param label what it stands for
     * @param value its length in words
     * @param note what else is to be known of it
     * @param width its length, 0 to 100
     * @param tone the class of its colour
     */
    record Bar(String label, String value, String note, double width, String tone) {}

    /**
     * Columns that stand side by side on one axis.
     *
     * @param id unique in the page
     * @param axis what the axis measures
     * @param end where the axis ends
     */
    record Columns(String id, String title, String description, String axis, String end, List<Column> columns)
            implements Chart {
        private static final int TALLEST = 150;
        private static final int HEAD = 22;

        public Columns {
            columns = List.copyOf(columns);
        }

        double width() {
            return 100.0 / columns.size();
        }

        /** The left edge of a column and of the room round it. */
        double left(int column) {
            return column * width();
        }

        int floor() {
            return HEAD + TALLEST;
        }

        int height(Column column) {
            return column.share() > 0 ? Math.max(2, (int) Math.round(column.share() * TALLEST)) : 0;
        }
    }

    /**
     * One column.
     *
     * @param range where it stands on the axis
     * @param from the beginning of the range, as written on the axis
     * @param value its height in words
     * @param brief the same in little room
     * @param share its height, 0 to 1, of the tallest
     * @param tone the class of its colour
     */
    record Column(String range, String from, String value, String brief, double share, String tone) {}

    /**
     * Steps of which each begins where the one before ends.
     *
     * @param id unique in the page
     * @param zero where nothing pulls either way, 0 to 100
     * @param zeroLabel what that place means
     */
    record Waterfall(String id, String title, String description, double zero, String zeroLabel, List<Step> steps)
            implements Chart {
        private static final int ROW = 38;
        private static final int HEAD = 20;

        public Waterfall {
            steps = List.copyOf(steps);
        }

        int height() {
            return HEAD + steps.size() * ROW;
        }

        int top(int row) {
            return HEAD + row * ROW;
        }

        /** The class of the label of the zero line, so that it stays inside. */
        String anchor() {
            if (zero < 20) {
                return "first";
            }
            return zero > 80 ? "last" : "centre";
        }
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
    record Step(
            String label, @Nullable String weight, String after, double from, double width, double end, String tone) {}
}
