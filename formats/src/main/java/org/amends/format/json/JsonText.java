package org.amends.format.json;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads one JSON value strictly (RFC 8259): no name twice, nothing behind it, no comments, and no deeper than a message of
 * this project ever goes. Decimals keep every digit.
 */
public final class JsonText {

    private static final int DEEPEST = 50;
    private static final int LONGEST_NUMBER = 400;
    private static final int LONGEST_QUOTE = 60;

    /** An exponent of ten digits is well-formed, and no decimal can hold it. */
    static final String BEYOND_NUMBERS = "a number has an exponent beyond all bounds";

    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** What Jackson adds for programmers. */
    private static final Pattern FOR_PROGRAMMERS = Pattern.compile(String.join(
            "|",
            "\\s*\\(code \\d+[^)]*\\)",
            "\\s*\\((?:bound as )?`[^`]*`\\)",
            "\\s*\\(start marker at \\[Source[^]]*]\\)",
            ": enable `[^`]*` to allow",
            ": not allowed as per `[^`]*`"));

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** Reads a value amid others. */
    static final ObjectReader EMBEDDED = MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** What came of reading. */
    public sealed interface Reading {

        /** The text is this value. */
        record Value(JsonNode json) implements Reading {}

        /**
         * The text is no JSON.
         *
         * @param column where, counted from 1
         * @param reason what is wrong there, without a full stop
         */
        record Broken(int column, String reason) implements Reading {}
    }

    private JsonText() {}

    /** The value, or what is wrong with the text. */
    public static Reading read(String text) {
        try {
            JsonNode json = MAPPER.readTree(text);
            return json == null || json.isMissingNode()
                    ? new Reading.Broken(1, "there is nothing")
                    : new Reading.Value(json);
        } catch (JacksonException broken) {
            TokenStreamLocation place = broken.getLocation();
            return new Reading.Broken(place == null ? 1 : Math.max(1, place.getColumnNr()), reason(broken));
        } catch (NumberFormatException beyond) {
            return new Reading.Broken(1, BEYOND_NUMBERS);
        }
    }

    /** The nearest double to a number, infinite when it is out of reach. */
    public static double number(JsonNode number) {
        return Double.parseDouble(number.toString());
    }

    /** The value as compact JSON, short enough for a message. */
    public static String shown(JsonNode value) {
        if (value.isObject()) {
            return "an object";
        }
        if (value.isArray()) {
            return "a list";
        }
        String text = value.toString();
        return text.length() <= LONGEST_QUOTE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTE / 2)) + "...";
    }

    /** The text in quotes, as JSON writes it, short enough for a message. */
    public static String quoted(String text) {
        return shown(MAPPER.getNodeFactory().stringNode(text));
    }

    static String reason(JacksonException broken) {
        String flaw = flaw(broken);
        return flaw.isEmpty() ? "this is no JSON" : "this is no JSON: " + flaw;
    }

    /** What is amiss, in one line and without what is of use to programmers only; empty where the parser does not say. */
    public static String flaw(JacksonException broken) {
        @Nullable String message = broken.getOriginalMessage();
        if (message == null) {
            return "";
        }
        String oneLine = SPACE.matcher(message.lines().findFirst().orElse("")).replaceAll(" ");
        return FOR_PROGRAMMERS.matcher(oneLine).replaceAll("");
    }
}
