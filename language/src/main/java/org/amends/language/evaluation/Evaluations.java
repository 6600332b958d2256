package org.amends.language.evaluation;

import java.util.Map;
import java.util.TreeMap;
import org.amends.language.json.Labelled;
import org.amends.language.reading.Reading;

/** Readings compared with labels: all together, and those of each language by themselves. */
public final class Evaluations {

    private final Evaluation all = new Evaluation();
    private final Map<String, Evaluation> languages = new TreeMap<>();

    /** Compares one reading with what a person said of the message. */
    public void add(Labelled is, Reading said) {
        all.add(is, said);
        languages
                .computeIfAbsent(said.language().code(), any -> new Evaluation())
                .add(is, said);
    }

    /** Whether nothing was compared. */
    public boolean isEmpty() {
        return languages.isEmpty();
    }

    /** For people to read. */
    public String text() {
        return EvaluationText.of(all, languages);
    }
}
