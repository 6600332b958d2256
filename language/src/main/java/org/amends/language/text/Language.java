package org.amends.language.text;

import java.util.Locale;
import java.util.Optional;

/** The languages that are read and written. */
public enum Language {
    ENGLISH("en"),
    FRENCH("fr"),
    SPANISH("es"),
    RUSSIAN("ru");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** The code of ISO 639-1, in small letters. */
    public String code() {
        return code;
    }

    /** The language of a code or a language tag ("fr", "fr-CA", "FR_be"), if it is one of the four. */
    public static Optional<Language> of(String tag) {
        String start = tag.toLowerCase(Locale.ROOT);
        for (Language language : values()) {
            if (start.equals(language.code)
                    || start.startsWith(language.code + "-")
                    || start.startsWith(language.code + "_")) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
