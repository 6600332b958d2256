package org.amends.format.json;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * Reads a JSON array element by element, or one value by itself, as strictly as {@link JsonText}: no more than one element is
 * held as a tree at a time.
 */
public final class JsonElements {

    /** What came of reading. */
    public sealed interface Reading<T> {

        /**
         * What was made of the elements, in their order.
         *
         * @param array whether they stood in an array; otherwise there is exactly one
         */
        record All<T>(List<T> elements, boolean array) implements Reading<T> {
            public All {
                elements = List.copyOf(elements);
            }
        }

        /**
         * The text is no JSON: nothing in it can be trusted.
         *
         * @param line where, counted from 1
         * @param column where in the line, counted from 1
         * @param reason what is wrong there, without a full stop
         */
        record Broken<T>(int line, int column, String reason) implements Reading<T> {}

        /** There are more elements than are taken at a time. */
        record TooMany<T>(int most) implements Reading<T> {}
    }

    /** Makes something of an element. */
    public interface Maker<T> {

        /**
         * What becomes of this element.
         *
         * @param element the element
         * @param length how many characters it has as it was written
         */
        T make(JsonNode element, long length);
    }

    private JsonElements() {}

    /**
     * Reads an array, or one value.
     *
     * @param most the greatest number of elements that is read
     * @param maker what to make of each
     */
    public static <T> Reading<T> read(String text, int most, Maker<T> maker) {
        try (JsonParser parser = JsonText.MAPPER.createParser(text)) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return new Reading.Broken<>(1, 1, "there is nothing");
            }
            boolean array = token == JsonToken.START_ARRAY;
            List<T> made = new ArrayList<>();
            if (array) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    if (made.size() == most) {
                        return new Reading.TooMany<>(most);
                    }
                    made.add(element(parser, maker));
                }
            } else {
                made.add(element(parser, maker));
            }
            return parser.nextToken() == null
                    ? new Reading.All<>(made, array)
                    : new Reading.Broken<>(
                            parser.currentLocation().getLineNr(),
                            parser.currentLocation().getColumnNr(),
                            "something follows the end");
        } catch (JacksonException broken) {
            return broken(broken);
        } catch (NumberFormatException beyond) {
            return new Reading.Broken<>(1, 1, JsonText.BEYOND_NUMBERS);
        }
    }

    private static <T> T element(JsonParser parser, Maker<T> maker) {
        long begin = parser.currentTokenLocation().getCharOffset();
        JsonNode element = JsonText.EMBEDDED.readTree(parser);
        return maker.make(element, parser.currentLocation().getCharOffset() - begin);
    }

    private static <T> Reading<T> broken(JacksonException broken) {
        var place = broken.getLocation();
        return place == null
                ? new Reading.Broken<>(1, 1, JsonText.reason(broken))
                : new Reading.Broken<>(
                        Math.max(1, place.getLineNr()), Math.max(1, place.getColumnNr()), JsonText.reason(broken));
    }
}
