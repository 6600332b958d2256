package org.amends.server.automation.reply;

import java.util.Locale;
import java.util.function.Function;
import org.amends.event.Spelling;
import org.amends.server.problem.Problem;

/** The text of a saved reply: plain words, and variables in braces. */
final class ReplyText {

    private ReplyText() {}

    /**
     * The text with something in the place of each variable.
     *
     * @throws Problem when a brace is open, or names no variable
     */
    static String filled(String text, Function<ReplyVariable, String> filling) {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('{', at);
            int stray = text.indexOf('}', at);
            if (stray >= 0 && (open < 0 || stray < open)) {
                throw broken(text, stray);
            }
            if (open < 0) {
                return filled.append(text, at, text.length()).toString();
            }
            int close = text.indexOf('}', open);
            if (close < 0) {
                throw broken(text, open);
            }
            String value =
                    filling.apply(variable(text.substring(open + 1, close).strip()));
            filled.append(text, at, open).append(value);
            at = close + 1;
        }
        return filled.toString();
    }

    /** @throws Problem when it cannot be filled, whatever the case */
    static void check(String text) {
        String ignored = filled(text, ReplyVariable::stableName);
    }

    private static ReplyVariable variable(String name) {
        if (!ReplyVariable.names().contains(name)) {
            throw Problem.invalid(
                    "variable",
                    "{%s}".formatted(name),
                    "Maybe {%s}. There are %s."
                            .formatted(
                                    Spelling.nearest(name, ReplyVariable.names()),
                                    String.join(", ", ReplyVariable.names())));
        }
        return ReplyVariable.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static Problem broken(String text, int at) {
        String around = text.substring(at, Math.min(text.length(), at + 20));
        return Problem.invalid(
                "brace", "alone at \"%s\"".formatted(around), "Write a variable as {customer_name}, or no brace.");
    }
}
