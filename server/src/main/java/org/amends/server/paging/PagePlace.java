package org.amends.server.paging;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.amends.server.problem.Problem;

/** The place in a list where a page ends. To callers it is opaque, and of use for this list in this order only. */
public final class PagePlace {

    private static final char SEPARATOR = '\u001f';
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private PagePlace() {}

    /**
     * The place as it is given to callers.
     *
     * @param list names the list, its order and its filters
     * @param values by which the database finds the place again
     */
    public static String encoded(String list, String... values) {
        String plain = list + SEPARATOR + String.join(String.valueOf(SEPARATOR), values);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The place that a caller gives back.
     *
     * @param name of the parameter that holds it
     * @param list as it was named when the place was given
     * @param values how many there are
     * @param understood makes a place of the values; it throws {@link IllegalArgumentException} or {@link DateTimeException} where
     *     they are none
     * @throws Problem when the text is no place of this list
     */
    public static <T> T decoded(
            String name, String text, String list, int values, Function<List<String>, T> understood) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            List<String> parts = List.of(plain.split(String.valueOf(SEPARATOR), -1));
            if (parts.size() == values + 1 && parts.getFirst().equals(list)) {
                return understood.apply(parts.subList(1, parts.size()));
            }
        } catch (IllegalArgumentException | DateTimeException broken) {
            Problem problem = foreign(name);
            problem.addSuppressed(broken);
            throw problem;
        }
        throw foreign(name);
    }

    /**
     * A moment that the database can compare.
     *
     * @throws DateTimeException when nothing can be of then
     */
    public static Instant storable(Instant moment) {
        if (moment.isBefore(EARLIEST) || moment.isAfter(LATEST)) {
            throw new DateTimeException("%s is beyond what is kept".formatted(moment));
        }
        return moment;
    }

    /**
     * A number that has its place in an order.
     *
     * @throws IllegalArgumentException when it has none
     */
    public static double finite(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("not finite");
        }
        return number;
    }

    /**
     * A text that the database can compare.
     *
     * @throws IllegalArgumentException when it holds a NUL, which no text of the database does
     */
    public static String storable(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a NUL, which no name has");
        }
        return text;
    }

    private static Problem foreign(String name) {
        return Problem.invalid(
                name,
                "not a place of this list",
                "Give back next of the page before, with the same sort and filters; or begin without it.");
    }
}
