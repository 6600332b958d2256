package org.amends.language.letter.template;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.amends.language.letter.Statement;
import org.amends.money.Money;
import org.jspecify.annotations.Nullable;

/** The values of the variables of a sentence, and where in the case they come from. Confined to one thread. */
public final class Values {

    /** A value; its place says where in the case it stands, and is null when it is no statement of the case. */
    private sealed interface Value {

        record Text(@Nullable String place, String text, String canonical) implements Value {}

        record Day(@Nullable String place, LocalDate day) implements Value {}

        record Sum(@Nullable String place, Money sum) implements Value {}

        record Count(@Nullable String place, int count) implements Value {}
    }

    private final @Nullable Values common;
    private final Map<String, Value> values = new HashMap<>(8);
    private final Collection<Statement> stated;

    /**
     * No values yet.
     *
     * @param stated where each value that is written is noted
     */
    public Values(Collection<Statement> stated) {
        this(null, stated);
    }

    private Values(@Nullable Values common, Collection<Statement> stated) {
        this.common = common;
        this.stated = stated;
    }

    /** These values and, in front of them, those that are still to be given, with another place for what is stated. */
    public Values statingIn(Collection<Statement> another) {
        return new Values(this, another);
    }

    /** A text that is no statement of the case, or a word that chooses. */
    public Values text(String name, String text) {
        values.put(name, new Value.Text(null, text, text));
        return this;
    }

    /** A text of the case, or nothing when it is null. */
    public Values text(String name, @Nullable String text, String place) {
        if (text != null) {
            values.put(name, new Value.Text(place, text, text));
        }
        return this;
    }

    /** A text of the case that differs from language to language, or nothing when it is null. */
    public Values wording(String name, @Nullable String text, String place) {
        if (text != null) {
            values.put(name, new Value.Text(place, text, ""));
        }
        return this;
    }

    /** A day, or nothing when it is null. */
    public Values day(String name, @Nullable LocalDate day, @Nullable String place) {
        if (day != null) {
            values.put(name, new Value.Day(place, day));
        }
        return this;
    }

    /** A sum, or nothing when it is null. */
    public Values sum(String name, @Nullable Money sum, String place) {
        if (sum != null) {
            values.put(name, new Value.Sum(place, sum));
        }
        return this;
    }

    /** A whole number. */
    public Values count(String name, int count, @Nullable String place) {
        values.put(name, new Value.Count(place, count));
        return this;
    }

    boolean has(String name) {
        return find(name) != null;
    }

    void write(String name, Notation notation, StringBuilder out) {
        switch (value(name)) {
            case Value.Text(String place, String text, String canonical) -> {
                out.append(text);
                state(place, canonical);
            }
            case Value.Day(String place, LocalDate day) -> {
                out.append(notation.day(day));
                state(place, day.toString());
            }
            case Value.Sum(String place, Money sum) -> {
                out.append(notation.sum(sum));
                state(place, sum.toString());
            }
            case Value.Count(String place, int count) -> out.append(notation.number(count));
        }
    }

    /** The number that a plural is chosen by; choosing by it states it. */
    int count(String name) {
        if (value(name) instanceof Value.Count(String place, int count)) {
            state(place, Integer.toString(count));
            return count;
        }
        throw new IllegalArgumentException("%s is no number.".formatted(name));
    }

    /** The word that a wording is chosen by. */
    String word(String name) {
        if (value(name) instanceof Value.Text text) {
            return text.text();
        }
        throw new IllegalArgumentException("%s is no word to choose by.".formatted(name));
    }

    private void state(@Nullable String place, String value) {
        if (place != null) {
            stated.add(new Statement(place, value));
        }
    }

    private Value value(String name) {
        Value value = find(name);
        if (value == null) {
            throw new IllegalArgumentException("the variable %s has no value.".formatted(name));
        }
        return value;
    }

    private @Nullable Value find(String name) {
        Value value = values.get(name);
        return value == null && common != null ? common.find(name) : value;
    }
}
