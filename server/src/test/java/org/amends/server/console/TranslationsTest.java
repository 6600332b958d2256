package org.amends.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.amends.story.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The words of every part of the console, in every language. */
class TranslationsTest {

    private static final Path WORDS = Path.of("src/main/resources/org/amends/server");

    /** Words that none of the other languages has. */
    private static final Pattern ENGLISH = Pattern.compile(
            "\\b(the|and|with|of|they|them|their|you|your|was|were|is|are|customer|customers|nothing|what)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");

    /** Names and signs that are the same everywhere. */
    private static final Set<String> SAME = Set.of("Amends", "Auto", "Menu", "Relations");

    static Stream<Arguments> all() throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> found = Files.walk(WORDS)) {
            found.filter(file -> file.toString().endsWith("_en.properties")).forEach(files::add);
        }
        return files.stream()
                .flatMap(file -> Stream.of(Language.values()).map(language -> Arguments.of(file, language)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyLanguageHasTheSameSentencesWithTheSameArguments(Path english, Language language) throws IOException {
        assertThat(arguments(in(english, language), language)).isEqualTo(arguments(english, Language.EN));
    }

    @ParameterizedTest
    @MethodSource("all")
    void nothingIsLeftInEnglish(Path english, Language language) throws IOException {
        List<String> leftovers = new ArrayList<>();
        if (language != Language.EN) {
            Properties originals = read(english);
            read(in(english, language)).forEach((key, value) -> {
                String words = literal((String) value);
                boolean same = literal(originals.getProperty((String) key)).equals(words)
                        && words.length() > 3
                        && !SAME.contains(words)
                        && language == Language.RU;
                boolean latin = language == Language.RU
                        && words.length() > 3
                        && !SAME.contains(words)
                        && !CYRILLIC.matcher(words).find();
                if (same || latin || ENGLISH.matcher(words).find()) {
                    leftovers.add(key + "=" + value);
                }
            });
        }
        assertThat(leftovers).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void noApostropheQuotesByAccident(Path english, Language language) throws IOException {
        assertThat(read(in(english, language)).values()).noneMatch(value -> ((String) value).contains("'"));
    }

    private static Path in(Path english, Language language) {
        return Path.of(english.toString().replace("_en.properties", "_" + language.code() + ".properties"));
    }

    private static Map<String, Set<String>> arguments(Path file, Language language) throws IOException {
        Map<String, Set<String>> arguments = new TreeMap<>();
        read(file)
                .forEach((key, value) -> arguments.put(
                        (String) key,
                        new TreeSet<>(new MessageFormat((String) value, language.locale()).getArgumentNames())));
        return arguments;
    }

    /** What stays of a pattern without its arguments and the choices of its plurals. */
    private static String literal(String whole) {
        // Numbers and dates are written by their language; their patterns are no words.
        String pattern = whole.replaceAll("\\{\\w+, (number|date|time)[^{}]*}", " ");
        StringBuilder literal = new StringBuilder(pattern);
        MessagePattern parts = new MessagePattern(pattern);
        for (int i = parts.countParts() - 1; i >= 0; i--) {
            MessagePattern.Part.Type type = parts.getPartType(i);
            boolean name = type == MessagePattern.Part.Type.ARG_NAME
                    || type == MessagePattern.Part.Type.ARG_SELECTOR
                    || type == MessagePattern.Part.Type.ARG_TYPE;
            if (name) {
                literal.delete(parts.getPart(i).getIndex(), parts.getPart(i).getLimit());
            }
        }
        return literal.toString().replaceAll("\\{, plural,|[{}#,]", " ").strip();
    }

    private static Properties read(Path file) throws IOException {
        Properties sentences = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return sentences;
    }
}
