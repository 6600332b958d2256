package org.amends.server.relationship;

import org.amends.server.problem.Problem;

/** How many items of a page somebody asks for. */
final class Limits {

    private Limits() {}

    /** @throws Problem when the text is no number from 1 to the most */
    static int of(String text, int most) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= most) {
                return limit;
            }
        } catch (NumberFormatException broken) {
            Problem problem = problem(text, most);
            problem.addSuppressed(broken);
            throw problem;
        }
        throw problem(text, most);
    }

    private static Problem problem(String text, int most) {
        return Problem.invalid("limit", "\"" + text + "\"", "Ask for 1 to %d.".formatted(most));
    }
}
