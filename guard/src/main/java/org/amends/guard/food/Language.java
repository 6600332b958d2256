package org.amends.guard.food;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A language in which labels are understood. */
public enum Language {
    EN,
    FR,
    ES,
    RU,
    IT,
    DE,
    PT;

    /** All of them, in order. */
    public static final java.util.List<Language> ALL = java.util.List.of(values());

    /** Its code by ISO 639-1, in lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The language of a locale or a language tag, for example {@code fr}, {@code pt-BR} or {@code es_MX}.
     *
     * @return null where the tag is absent or of another language
     */
    public static @Nullable Language of(@Nullable String tag) {
        if (tag == null || tag.length() < 2 || (tag.length() > 2 && Character.isLetter(tag.charAt(2)))) {
            return null;
        }
        for (Language language : ALL) {
            if (tag.regionMatches(true, 0, language.name(), 0, 2)) {
                return language;
            }
        }
        return null;
    }
}
