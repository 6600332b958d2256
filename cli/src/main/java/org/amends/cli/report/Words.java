package org.amends.cli.report;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** The sentences of the report in one language. Confined to one thread. */
final class Words {

    private final ReportLanguage language;
    private final Properties sentences;
    private final Map<String, MessageFormat> formats = new HashMap<>();

    private Words(ReportLanguage language, Properties sentences) {
        this.language = language;
        this.sentences = sentences;
    }

    static Words in(ReportLanguage language) {
        String file = "report_" + language.code() + ".properties";
        Properties sentences = new Properties();
        try (InputStream in = Words.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("%s is missing from the program.".formatted(file));
            }
            sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Words(language, sentences);
    }

    /**
     * A sentence.
     *
     * @param key which
     * @param arguments names and values in turn; numbers choose plurals, everything else goes in as it is
     */
    String text(String key, Object... arguments) {
        Map<String, Object> named = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            named.put((String) arguments[i], arguments[i + 1]);
        }
        return formats.computeIfAbsent(key, this::format).format(named);
    }

    boolean has(String key) {
        return sentences.containsKey(key);
    }

    private MessageFormat format(String key) {
        String pattern = sentences.getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("No words for \"%s\" in %s.".formatted(key, language.code()));
        }
        return new MessageFormat(pattern, language.locale());
    }
}
