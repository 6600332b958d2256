package org.amends.cli.report;

import java.util.List;
import org.amends.story.Waterfall;

/** Charts as they are drawn. Places and lengths along the width are in percent of it, so that text keeps its size. */
sealed interface Chart {

    /** The heading of the drawing, for whoever cannot see it. */
    String title();

    /** The drawing in one sentence or more, for whoever cannot see it. */
    String description();

    /** A length as SVG writes it, for example {@code 12.5%}. */
    static String percent(double length) {
        return Waterfall.percent(length);
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
}
