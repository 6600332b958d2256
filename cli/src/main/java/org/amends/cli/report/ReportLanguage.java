package org.amends.cli.report;

import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The languages in which the report can be written. */
public enum ReportLanguage {
    /** With dates as in Britain: day, then month. */
    EN("en", ULocale.UK),
    FR("fr", ULocale.FRANCE),
    ES("es", new ULocale("es")),
    RU("ru", new ULocale("ru"));

    private final String code;
    private final ULocale locale;

    ReportLanguage(String code, ULocale locale) {
        this.code = code;
        this.locale = locale;
    }

    /**
     * The language of a code such as {@code fr} or {@code fr-CA}, in upper or lower case.
     *
     * @throws IllegalArgumentException when the report is not written in it; the message names those it is written in
     */
    public static ReportLanguage named(String code) {
        String language = code.strip().split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        for (ReportLanguage known : values()) {
            if (known.code.equals(language)) {
                return known;
            }
        }
        throw new IllegalArgumentException("lang must be one of %s but was \"%s\"."
                .formatted(Arrays.stream(values()).map(ReportLanguage::code).collect(Collectors.joining(", ")), code));
    }

    /** The ISO 639-1 code, for example {@code fr}. */
    public String code() {
        return code;
    }

    ULocale locale() {
        return locale;
    }
}
