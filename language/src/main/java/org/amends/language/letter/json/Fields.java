package org.amends.language.letter.json;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.amends.event.Spelling;
import org.amends.format.json.JsonText;
import org.amends.money.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of one JSON object, each read with its bounds. A field that is absent or null has no value. */
final class Fields {

    private static final int LONGEST_TEXT = 10_000;
    private static final int MOST_ELEMENTS = 100;
    private static final BigDecimal MOST_MONEY = new BigDecimal("1e12");

    /** Line breaks and the like: a reference or a name stands in the subject of a mail, which they could forge. */
    private static final Pattern CONTROL = Pattern.compile("\\s*[\\p{Cntrl}\\u2028\\u2029]+\\s*");

    private final JsonNode object;
    private final String path;

    /** A field that cannot be used; caught in {@link LetterCaseReader} and nowhere else. */
    static final class Refusal extends RuntimeException {
        private final LetterCaseReading.Refused refused;

        Refusal(String place, String reason, String remedy) {
            super(reason, null, false, false);
            this.refused = new LetterCaseReading.Refused(place, reason, remedy);
        }

        LetterCaseReading.Refused refused() {
            return refused;
        }
    }

    /**
     * The fields of an object.
     *
     * @param path where the object stands, for example {@code promises[1]}; empty for the whole
     * @param known every name that the object may have
     * @throws Refusal when it has another, or is no object
     */
    Fields(JsonNode object, String path, List<String> known) {
        this.object = object;
        this.path = path;
        if (!object.isObject()) {
            String name = path.isEmpty() ? "the case" : path;
            throw new Refusal(
                    name,
                    "%s is %s".formatted(name, JsonText.shown(object)),
                    "Maybe an object with %s.".formatted(String.join(", ", known)));
        }
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (!known.contains(field.getKey())) {
                throw new Refusal(
                        place(field.getKey()),
                        "the field %s is not known".formatted(JsonText.quoted(field.getKey())),
                        "Maybe %s.".formatted(Spelling.nearest(field.getKey(), known)));
            }
        }
    }

    String place(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** The value of a field, or null when it is absent or null. */
    @Nullable
    JsonNode get(String name) {
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    @Nullable
    String text(String name) {
        JsonNode value = get(name);
        return value == null ? null : textIn(name, value);
    }

    String textIn(String name, JsonNode value) {
        if (!value.isString() || value.stringValue().isBlank()) {
            throw refusal(name, value, "Maybe a text in quotes that is not blank.");
        }
        String text = CONTROL.matcher(value.stringValue()).replaceAll(" ").strip();
        if (text.isEmpty()) {
            throw refusal(name, value, "Maybe a text in quotes that is not blank.");
        }
        if (text.length() > LONGEST_TEXT) {
            throw refusal(name, value, "A text has at most %d characters.".formatted(LONGEST_TEXT));
        }
        return text;
    }

    @Nullable
    LocalDate date(String name) {
        JsonNode value = get(name);
        if (value == null) {
            return null;
        }
        String remedy = "Maybe a day as \"2026-03-09\".";
        if (!value.isString()) {
            throw refusal(name, value, remedy);
        }
        try {
            return LocalDate.parse(value.stringValue().strip());
        } catch (DateTimeException notADay) {
            throw refusal(name, value, remedy);
        }
    }

    boolean bool(String name) {
        JsonNode value = get(name);
        if (value != null && !value.isBoolean()) {
            throw refusal(name, value, "Maybe true or false, without quotes.");
        }
        return value != null && value.booleanValue();
    }

    int whole(String name, int otherwise, int least, int most) {
        JsonNode value = get(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.isNumber()
                || JsonText.number(value) != Math.rint(JsonText.number(value))
                || JsonText.number(value) < least
                || JsonText.number(value) > most) {
            throw refusal(name, value, "Maybe a whole number from %d to %d.".formatted(least, most));
        }
        return (int) JsonText.number(value);
    }

    <T extends Enum<T>> T oneOf(String name, T otherwise) {
        JsonNode value = get(name);
        return value == null ? otherwise : named(name, value, otherwise.getDeclaringClass());
    }

    <T extends Enum<T>> T oneOf(String name, Class<T> type) {
        JsonNode value = get(name);
        if (value == null) {
            throw missing(name, "Maybe one of %s.".formatted(names(type)));
        }
        return named(name, value, type);
    }

    private <T extends Enum<T>> T named(String name, JsonNode value, Class<T> type) {
        for (T constant : type.getEnumConstants()) {
            if (value.isString()
                    && constant.name().equalsIgnoreCase(value.stringValue().strip())) {
                return constant;
            }
        }
        throw refusal(name, value, "Maybe one of %s.".formatted(names(type)));
    }

    private static <T extends Enum<T>> String names(Class<T> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    @Nullable
    Money money(String name) {
        Fields fields = object(name, List.of("value", "currency"));
        if (fields == null) {
            return null;
        }
        JsonNode value = fields.get("value");
        if (value == null || !value.isNumber()) {
            throw fields.refused("value", value, "Maybe a number, for example 54.90.");
        }
        BigDecimal number = value.decimalValue();
        if (number.signum() <= 0 || number.compareTo(MOST_MONEY) > 0) {
            throw fields.refusal("value", value, "Maybe a sum above 0 and below 1,000,000,000,000.");
        }
        Currency currency = fields.currency();
        Money money = Money.of(currency, number);
        if (money.toDecimal().compareTo(number) != 0) {
            throw fields.refusal(
                    "value",
                    value,
                    "%s has %d decimals.".formatted(currency.getCurrencyCode(), currency.getDefaultFractionDigits()));
        }
        return money;
    }

    private Currency currency() {
        JsonNode value = get("currency");
        String remedy = "Maybe a code of ISO 4217, for example \"EUR\".";
        if (value == null || !value.isString()) {
            throw refused("currency", value, remedy);
        }
        try {
            return Currency.getInstance(value.stringValue().strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw refusal("currency", value, remedy);
        }
    }

    /** The fields of the object in a field, or null when there is none. */
    @Nullable
    Fields object(String name, List<String> known) {
        JsonNode value = get(name);
        return value == null ? null : new Fields(value, place(name), known);
    }

    /** Each object of a list. */
    <T> List<T> each(String name, List<String> known, Function<Fields, T> maker) {
        List<T> made = new ArrayList<>();
        for (JsonNode element : elements(name)) {
            made.add(maker.apply(new Fields(element, "%s[%d]".formatted(place(name), made.size()), known)));
        }
        return made;
    }

    /** The elements of a list; none when it is absent. */
    List<JsonNode> elements(String name) {
        JsonNode list = get(name);
        if (list == null) {
            return List.of();
        }
        if (!list.isArray()) {
            throw refusal(name, list, "Maybe a list in square brackets.");
        }
        if (list.size() > MOST_ELEMENTS) {
            throw refusal(name, list, "At most %d elements are read.".formatted(MOST_ELEMENTS));
        }
        List<JsonNode> elements = new ArrayList<>(list.size());
        list.forEach(elements::add);
        return elements;
    }

    private Refusal refused(String name, @Nullable JsonNode value, String remedy) {
        return value == null ? missing(name, remedy) : refusal(name, value, remedy);
    }

    /** What is wrong with a field: its place, what it holds, and what it could hold. */
    Refusal refusal(String name, JsonNode value, String remedy) {
        return new Refusal(place(name), "%s is %s".formatted(name, JsonText.shown(value)), remedy);
    }

    /** What is wrong with an object that lacks a field. */
    Refusal missing(String name, String remedy) {
        return new Refusal(place(name), "%s is missing".formatted(name), remedy);
    }
}
