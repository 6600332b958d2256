package org.amends.cli.fit;

import java.util.List;

/**
 * One row of a text file.
 *
 * @param file name of the file, for messages
 * @param line its line, counted from 1
 * @param fields its fields without quotes and outer spaces
 */
record Row(String file, long line, List<String> fields) {

    private static final double LARGEST_COUNT = 1_000_000_000;

    Row {
        fields = List.copyOf(fields);
    }

    /** The place for a message. */
    String place() {
        return file + ":" + line;
    }

    /** The field in a column. */
    String text(Column column) {
        if (column.index() >= fields.size()) {
            throw fault(
                    "there is no field %d (%s)".formatted(column.index() + 1, column.title()),
                    "the row was cut short, or a field is missing");
        }
        return fields.get(column.index());
    }

    /** The number in a column, which must be finite. */
    double number(Column column) {
        String text = text(column);
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            value = Double.NaN;
        }
        if (!Double.isFinite(value)) {
            throw fault(
                    "%s is \"%s\", not a number".formatted(column.title(), text), "write it like 12.5, with a point");
        }
        return value;
    }

    /** The number in a column, which must be finite and 0 or more. */
    double notNegative(Column column) {
        double value = number(column);
        if (value < 0) {
            throw fault(
                    "%s is negative: %s".formatted(column.title(), text(column)),
                    "the sign is wrong, or columns are swapped");
        }
        return value;
    }

    /** The whole number in a column, 0 or more. */
    int count(Column column) {
        double value = notNegative(column);
        if (value != Math.rint(value) || value > LARGEST_COUNT) {
            throw fault(
                    "%s is %s, not a whole number up to a billion".formatted(column.title(), text(column)),
                    "columns are swapped");
        }
        return (int) value;
    }

    /** A fault in this row. */
    FitInputException fault(String what, String maybe) {
        return new FitInputException(place(), what + ".", "Maybe " + maybe + ".");
    }
}
