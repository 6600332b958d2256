package org.amends.story;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Sentences in one language: those that tell relationships, and those of whoever tells more beside them. Safe for threads. */
public final class Words {

    private final Language language;
    private final Map<String, String> sentences;
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    private Words(Language language, Map<String, String> sentences) {
        this.language = language;
        this.sentences = Map.copyOf(sentences);
    }

    /** The words that tell relationships in this language. */
    public static Words in(Language language) {
        return new Words(language, Map.of()).and(Words.class, "story");
    }

    /**
     * These words and those of the file {@code NAME_LANGUAGE.properties} beside a class, in ICU message format.
     *
     * @param beside the class beside which the file lies
     * @param name the first part of the file's name, for example {@code report}
     * @throws IllegalStateException when the file is missing, or says again what is said already
     */
    public Words and(Class<?> beside, String name) {
        String file = name + "_" + language.code() + ".properties";
        Properties added = new Properties();
        try (InputStream in = beside.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("%s is missing from the program.".formatted(file));
            }
            added.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> all = new HashMap<>(sentences);
        for (String key : added.stringPropertyNames()) {
            if (all.put(key, added.getProperty(key)) != null) {
                throw new IllegalStateException("%s says \"%s\" again.".formatted(file, key));
            }
        }
        return new Words(language, all);
    }

    /** The language of these words. */
    public Language language() {
        return language;
    }

    /**
     * A sentence.
     *
     * @param key which
     * @param arguments names and values in turn; numbers choose plurals, everything else goes in as it is
     * @throws IllegalArgumentException when there are no words for the key
     */
    public String text(String key, @Nullable Object... arguments) {
        Map<String, @Nullable Object> named = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            named.put(String.valueOf(arguments[i]), arguments[i + 1]);
        }
        MessageFormat format = formats.computeIfAbsent(key, this::format);
        synchronized (format) {
            return format.format(named);
        }
    }

    /** Whether there are words for this key. */
    public boolean has(String key) {
        return sentences.containsKey(key);
    }

    private MessageFormat format(String key) {
        String pattern = sentences.get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("No words for \"%s\" in %s.".formatted(key, language.code()));
        }
        return new MessageFormat(pattern, language.locale());
    }
}
