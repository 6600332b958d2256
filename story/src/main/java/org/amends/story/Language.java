package org.amends.story;

import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The languages in which relationships are told. */
public enum Language {
    /** With dates as in Britain: day, then month. */
    EN("en", ULocale.UK),
    FR("fr", ULocale.FRANCE),
    ES("es", new ULocale("es")),
    RU("ru", new ULocale("ru"));

    private final String code;
    private final ULocale locale;

    Language(String code, ULocale locale) {
        this.code = code;
        this.locale = locale;
    }

    /**
     * The language of a code such as {@code fr} or {@code fr-CA}, in upper or lower case.
     *
     * @throws IllegalArgumentException when it is none of them; the message names them
     */
    public static Language named(String code) {
        String language = code.strip().split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        for (Language known : values()) {
            if (known.code.equals(language)) {
                return known;
            }
        }
        throw new IllegalArgumentException("lang must be one of %s but was \"%s\"."
                .formatted(Arrays.stream(values()).map(Language::code).collect(Collectors.joining(", ")), code));
    }

    /** The ISO 639-1 code, for example {@code fr}. */
    public String code() {
        return code;
    }

    /** The locale whose numbers, dates and plurals are used. */
    public ULocale locale() {
        return locale;
    }
}
