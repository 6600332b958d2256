package org.amends.format.segment;

import java.util.Locale;
import java.util.Set;

/** How names of other systems become kinds. */
final class Names {

    /** Pages on which a customer is about to leave, however they are called. */
    static final Set<String> CANCELLING = Set.of(
            "cancel",
            "cancel_page",
            "cancel_account",
            "cancel_subscription",
            "cancellation",
            "close_account",
            "account_cancellation",
            "subscription_cancellation");

    private Names() {}

    /** Lower-case words joined by underscores: {@code Cart Viewed} is {@code cart_viewed}, {@code /a/b} is {@code a_b}. */
    static String snake(String name) {
        StringBuilder snake = new StringBuilder(name.length());
        name.toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c)) {
                snake.appendCodePoint(c);
            } else if (!snake.isEmpty() && snake.charAt(snake.length() - 1) != '_') {
                snake.append('_');
            }
        });
        while (!snake.isEmpty() && snake.charAt(snake.length() - 1) == '_') {
            snake.setLength(snake.length() - 1);
        }
        return snake.isEmpty() ? "unnamed" : snake.toString();
    }
}
