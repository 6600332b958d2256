package org.amends.insight.simulation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.amends.event.FailureKind;
import org.amends.event.Hostility;

/** What customers write when they complain, in their language: {@code complaint-phrases.tsv} beside this class. */
final class Phrases {

    private static final String FILE = "complaint-phrases.tsv";
    private static final Map<String, List<String>> BY_LANGUAGE_AND_KIND = read();

    private Phrases() {}

    /** A complaint about this kind of failure; the angrier the longer. */
    static String complaint(String language, FailureKind kind, Hostility hostility, Chance chance) {
        List<String> about = BY_LANGUAGE_AND_KIND.get(key(language, kind.name()));
        String text = one(about == null ? phrases(language, "other") : about, chance);
        return hostility == Hostility.CALM
                ? text
                : text + " " + one(phrases(language, "tone_" + hostility.name().toLowerCase(Locale.ROOT)), chance);
    }

    private static List<String> phrases(String language, String kind) {
        return Objects.requireNonNull(BY_LANGUAGE_AND_KIND.get(key(language, kind)), kind);
    }

    private static String one(List<String> phrases, Chance chance) {
        return phrases.get(chance.below(phrases.size()));
    }

    private static String key(String language, String kind) {
        return language + " " + kind;
    }

    private static Map<String, List<String>> read() {
        Map<String, List<String>> phrases = new HashMap<>();
        try (InputStream file = Phrases.class.getResourceAsStream(FILE);
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(file, FILE), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int kind = line.indexOf('\t');
                int text = line.indexOf('\t', kind + 1);
                phrases.computeIfAbsent(
                                key(line.substring(0, kind), line.substring(kind + 1, text)), none -> new ArrayList<>())
                        .add(line.substring(text + 1));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return phrases;
    }
}
