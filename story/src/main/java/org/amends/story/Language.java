package org.amends.story;

import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The languages in which relationships are told. */
public enum Language {
    /** With dates as in Britain: day, then month. */
    EN("en", "English", ULocale.UK),
    FR("fr", "Français", ULocale.FRANCE),
    ES("es", "Español", new ULocale("es")),
    RU("ru", "Русский", new ULocale("ru"));

    private final String code;
    private final String ownName;
    private final ULocale locale;

    Language(String code, String ownName, ULocale locale) {
        this.code = code;
        this.ownName = ownName;
        this.locale = locale;
    }

    /**
     * The language of a code such as {@code fr} or {@code fr-CA}, in upper or lower case.
     *
     * @throws IllegalArgumentException when it is none of them; the message names them
     */
    public static Language named(String code) {
        Language known = of(code);
        if (known != null) {
            return known;
        }
        throw new IllegalArgumentException("lang must be one of %s but was \"%s\"."
                .formatted(Arrays.stream(values()).map(Language::code).collect(Collectors.joining(", ")), code));
    }

    /** The language of a code such as {@code fr} or {@code fr-CA}, in upper or lower case; null when it is none of these. */
    public static @Nullable Language of(String code) {
        String language = code.strip().split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        for (Language known : values()) {
            if (known.code.equals(language)) {
                return known;
            }
        }
        return null;
    }

    /** The ISO 639-1 code, for example {@code fr}. */
    public String code() {
        return code;
    }

    /** Its name in itself, for example {@code Français}. */
    public String ownName() {
        return ownName;
    }

    /** The locale whose numbers, dates and plurals are used. */
    public ULocale locale() {
        return locale;
    }
}
