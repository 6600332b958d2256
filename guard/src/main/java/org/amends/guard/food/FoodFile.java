package org.amends.guard.food;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a food file: the grammar is described in {@code docs/guide/food.md}. A food begins at the line's first column; what is said
 * of it is indented: {@code is}, {@code may}, {@code seldom}, its names by language, {@code source} and {@code note}.
 */
final class FoodFile {

    /**
     * What a file holds.
     *
     * @param foods with their names
     * @param words word lists
     */
    record Content(List<Named<Food>> foods, List<Named<String>> words) {}

    /**
     * Something with its names in each language.
     *
     * @param place file and line, for messages
     */
    record Named<T>(T what, Map<Language, List<String>> names, String place) {

        /** Its names in one language. */
        List<String> names(Language language) {
            return names.getOrDefault(language, List.of());
        }
    }

    private final String file;
    private final List<String> faults;
    private final Map<String, String> sources = new HashMap<>();
    private final List<Named<Food>> foods = new ArrayList<>();
    private final List<Named<String>> words = new ArrayList<>();

    private int line;
    private int begun;
    private @Nullable String key;
    private @Nullable String kind;
    private long is;
    private long may;
    private long seldom;
    private String source = "";
    private Map<Language, List<String>> names = new EnumMap<>(Language.class);

    private FoodFile(String file, List<String> faults) {
        this.file = file;
        this.faults = faults;
    }

    /** Reads it; whatever is wrong is added to the faults, and left out. */
    static Content read(String file, Reader text, List<String> faults) throws IOException {
        FoodFile reading = new FoodFile(file, faults);
        BufferedReader lines = new BufferedReader(text);
        String next = lines.readLine();
        while (next != null) {
            reading.line++;
            String plain = reading.line == 1 && next.startsWith("\uFEFF") ? next.substring(1) : next;
            int comment = plain.indexOf('#');
            reading.take((comment < 0 ? plain : plain.substring(0, comment)).stripTrailing());
            next = lines.readLine();
        }
        reading.finish();
        return new Content(reading.foods, reading.words);
    }

    private void take(String text) {
        if (text.isEmpty()) {
            return;
        }
        String stripped = text.strip();
        int space = stripped.indexOf(' ');
        String first = space < 0 ? stripped : stripped.substring(0, space);
        String rest = space < 0 ? "" : stripped.substring(space + 1).strip();
        if (text.charAt(0) == ' ' || text.charAt(0) == '\t') {
            said(first, rest);
            return;
        }
        switch (first) {
            case "source" -> source(rest);
            case "food" -> begin(rest, null);
            case "words" -> begin(null, rest);
            default -> fault("a line begins with \"" + first + "\"", "Begin with source, food or words, or indent it.");
        }
    }

    private void source(String text) {
        finish();
        int equals = text.indexOf('=');
        if (equals < 0) {
            fault("a source without =", "Write: source key = title, place.");
        } else {
            sources.put(
                    text.substring(0, equals).strip(),
                    text.substring(equals + 1).strip());
        }
    }

    private void begin(@Nullable String newKey, @Nullable String newKind) {
        finish();
        key = newKey;
        kind = newKind;
        begun = line;
        is = 0;
        may = 0;
        seldom = 0;
        source = "";
        names = new EnumMap<>(Language.class);
    }

    private void said(String first, String rest) {
        if (key == null && kind == null) {
            fault("\"" + first + "\" belongs to nothing", "Put a line food or words before it.");
            return;
        }
        switch (first) {
            case "is" -> is |= traits(rest);
            case "may" -> may |= traits(rest);
            case "seldom" -> seldom |= traits(rest);
            case "source" -> source = known(rest);
            case "note" -> {}
            default -> named(first, rest);
        }
    }

    private void named(String first, String rest) {
        Language language = first.length() == 2 ? Language.of(first) : null;
        if (language == null) {
            fault(
                    "\"" + first + "\" is not understood",
                    "One of is, may, seldom, en, fr, es, ru, it, de, pt, source, note.");
            return;
        }
        List<String> list = names.computeIfAbsent(language, any -> new ArrayList<>());
        for (String name : rest.split(",", -1)) {
            if (!name.isBlank()) {
                list.add(name.strip());
            }
        }
    }

    private String known(String keys) {
        for (String each : keys.split("[,\\s]+", -1)) {
            if (!each.isEmpty() && !sources.containsKey(each)) {
                fault("the source \"" + each + "\" is not named", "Add: source " + each + " = ...");
            }
        }
        return keys;
    }

    private long traits(String text) {
        long set = 0;
        for (String word : text.split("[,\\s]+", -1)) {
            Trait trait = Trait.named(word);
            if (trait != null) {
                set |= trait.bit();
            } else if (!word.isEmpty()) {
                fault("there is no trait \"" + word + "\"", "One of " + Arrays.toString(Trait.values()) + ".");
            }
        }
        return set;
    }

    private void finish() {
        String place = file + ":" + begun;
        if (key != null) {
            if (source.isEmpty()) {
                faults.add(place + ": " + key + " has no source. Name one.");
            }
            foods.add(new Named<>(new Food(key, is, may & ~is, seldom & ~is & ~may, source), names, place));
        } else if (kind != null) {
            words.add(new Named<>(kind, names, place));
        }
        key = null;
        kind = null;
    }

    private void fault(String what, String remedy) {
        faults.add(file + ":" + line + ": " + what + ". " + remedy);
    }
}
