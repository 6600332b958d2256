package org.amends.language.cue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.amends.language.text.Language;
import org.amends.language.text.Word;
import org.amends.language.text.Words;

/** The plain words of patterns: what many patterns write is read once, and is the same object in all of them. */
final class PlainWords {

    private final Map<Language, Map<String, List<Phrase>>> known = new EnumMap<>(Language.class);

    PlainWords() {
        for (Language language : Language.values()) {
            known.put(language, new ConcurrentHashMap<>());
        }
    }

    /**
     * What is written in a pattern, as it would stand in a message; empty if there are no words in it.
     *
     * @param prefix whether any word will do that begins as the last one
     */
    List<Phrase> of(String written, boolean prefix, Language language) {
        Map<String, List<Phrase>> ofLanguage = known.getOrDefault(language, Map.of());
        String key = prefix ? written + "*" : written;
        List<Phrase> before = ofLanguage.get(key);
        if (before != null) {
            return before;
        }
        List<Word> words = Words.of(written, language);
        List<Phrase> made = new ArrayList<>(words.size());
        for (int i = 0; i < words.size(); i++) {
            made.add(new Phrase.Single(words.get(i).form(), prefix && i == words.size() - 1));
        }
        List<Phrase> kept = List.copyOf(made);
        ofLanguage.put(key, kept);
        return kept;
    }
}
