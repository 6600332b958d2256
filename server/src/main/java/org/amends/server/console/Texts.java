package org.amends.server.console;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** The console's words in one language. Messages are ICU's: plurals, numbers, dates and choices within them. Safe for threads. */
public final class Texts {

    private static final String BUNDLE = "org.amends.server.console.console";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final Map<Language, Texts> ALL = new ConcurrentHashMap<>();

    private final Language language;
    private final ResourceBundle bundle;

    private Texts(Language language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle(BUNDLE, Locale.forLanguageTag(language.tag()), NO_FALLBACK);
    }

    /** The words of this language. */
    public static Texts in(Language language) {
        return ALL.computeIfAbsent(language, Texts::new);
    }

    /** Which language it is. */
    public Language language() {
        return language;
    }

    /**
     * A text.
     *
     * @param key its name
     * @param namesAndValues the arguments that the message names, each followed by its value
     * @throws MissingResourceException when there is none; a test sees to it that there is
     */
    public String text(String key, Object... namesAndValues) {
        String pattern = bundle.getString(key);
        if (namesAndValues.length == 0 && pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) {
            return pattern;
        }
        Map<String, Object> arguments = new HashMap<>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            arguments.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return new MessageFormat(pattern, ULocale.forLanguageTag(language.tag())).format(arguments);
    }

    /** Whether there is such a text. */
    public boolean has(String key) {
        return bundle.containsKey(key);
    }
}
