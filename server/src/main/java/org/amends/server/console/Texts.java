package org.amends.server.console;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.amends.story.Language;
import org.amends.story.Numerals;
import org.amends.story.Words;

/**
 * The console's words, numbers and dates in one language: those of {@code console_LANGUAGE.properties}, those that a feature
 * keeps beside its own classes, and those that tell relationships. Safe for threads.
 */
public final class Texts {

    /** Where features keep words of their own, below {@code /org/amends/server}; a file that is not there is passed over. */
    private static final List<String> FEATURES = List.of(
            "access/access",
            "audit/audit",
            "automation/automation",
            "breaking/breaking",
            "casework/casework",
            "customer/customer",
            "form/form",
            "guard/guard",
            "ingest/ingest",
            "mailbox/mailbox",
            "operation/operation",
            "parting/parting",
            "policy/policy",
            "promise/promise",
            "relationship/relationship",
            "survey/survey",
            "today/today",
            "webhook/webhook");

    private static final Map<Language, Texts> ALL = all();

    private final Words words;
    private final Numerals numerals;

    private Texts(Words words) {
        this.words = words;
        this.numerals = new Numerals(words.language(), words);
    }

    private static Map<Language, Texts> all() {
        Map<Language, Texts> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            Words words = Words.in(language).and(Texts.class, "console");
            for (String feature : FEATURES) {
                String name = "/org/amends/server/" + feature;
                if (Texts.class.getResource(name + "_" + language.code() + ".properties") != null) {
                    words = words.and(Texts.class, name);
                }
            }
            all.put(language, new Texts(words));
        }
        return all;
    }

    /** The words of this language. */
    public static Texts in(Language language) {
        Texts texts = ALL.get(language);
        if (texts == null) {
            throw new IllegalStateException("No words for %s.".formatted(language));
        }
        return texts;
    }

    /** Which language it is. */
    public Language language() {
        return words.language();
    }

    /** The same words, for whoever tells stories with them. */
    public Words words() {
        return words;
    }

    /** Numbers, money and dates as this language writes them. */
    public Numerals numerals() {
        return numerals;
    }

    /**
     * A text.
     *
     * @param key its name
     * @param namesAndValues the arguments that the message names, each followed by its value
     * @throws IllegalArgumentException when there is none; a test sees to it that there is
     */
    public String text(String key, Object... namesAndValues) {
        return words.text(key, namesAndValues);
    }

    /** Whether there is such a text. */
    public boolean has(String key) {
        return words.has(key);
    }
}
