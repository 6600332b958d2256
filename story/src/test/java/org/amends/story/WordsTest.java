package org.amends.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.amends.event.FailureKind;
import org.amends.relationship.Answer;
import org.amends.relationship.BreakMode;
import org.amends.relationship.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class WordsTest {

    /** Words that no other of the four languages has. */
    private static final Pattern ENGLISH = Pattern.compile(
            "\\b(the|and|with|of|they|them|their|you|your|was|were|is|are|customer|customers|nothing|what)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");

    @ParameterizedTest
    @EnumSource
    void hasTheSameSentencesWithTheSameArgumentsInEveryLanguage(Language language) throws IOException {
        assertThat(arguments(language)).isEqualTo(arguments(Language.EN));
    }

    @ParameterizedTest
    @EnumSource
    void hasWordsForEverythingThatADiagnosisCanName(Language language) throws IOException {
        List<String> needed = new ArrayList<>();
        for (Cause cause : Cause.values()) {
            needed.add("cause." + cause.stableName());
            needed.add("told." + cause.stableName());
        }
        for (BreakMode mode : BreakMode.values()) {
            needed.add("mode." + mode.stableName());
            needed.add("mode." + mode.stableName() + ".what");
        }
        for (Answer answer : Answer.values()) {
            needed.add("answer." + answer.word());
            needed.add("answer." + answer.word() + ".what");
        }
        for (FailureKind kind : builtInKinds()) {
            needed.addAll(List.of(
                    "kind." + kind.name(), "kind." + kind.name() + ".clause", "kind." + kind.name() + ".about"));
        }

        assertThat(sentences(language)).containsKeys(needed.toArray(Object[]::new));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "EN")
    void leavesNothingInEnglish(Language language) throws IOException {
        Properties english = sentences(Language.EN);
        List<String> leftovers = new ArrayList<>();
        sentences(language).forEach((key, value) -> {
            String words = literal((String) value);
            boolean same = literal(english.getProperty((String) key)).equals(words) && words.length() > 3;
            if (same || ENGLISH.matcher(words).find()) {
                leftovers.add(key + "=" + value);
            }
        });

        assertThat(leftovers).isEmpty();
    }

    @Test
    void writesRussianInCyrillic() throws IOException {
        List<String> latin = new ArrayList<>();
        sentences(Language.RU).forEach((key, value) -> {
            if (literal((String) value).length() > 3
                    && !CYRILLIC.matcher((String) value).find()) {
                latin.add(key + "=" + value);
            }
        });

        assertThat(latin).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void quotesNothingByAccident(Language language) throws IOException {
        assertThat(sentences(language).values()).noneMatch(value -> ((String) value).contains("'"));
    }

    @Test
    void spacesFrenchPunctuationSoThatItNeverStandsAloneOnALine() throws IOException {
        assertThat(sentences(Language.FR).values())
                .noneMatch(value ->
                        Pattern.compile(" [:;!?»%]|« ").matcher((String) value).find())
                .noneMatch(value -> Pattern.compile("[^\\u00A0\\u202F\\d][;!?]")
                        .matcher((String) value)
                        .find());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            purchases | sentence
            1         | С вами 3 года, 1 покупка.
            2         | С вами 3 года, 2 покупки.
            5         | С вами 3 года, 5 покупок.
            11        | С вами 3 года, 11 покупок.
            21        | С вами 3 года, 21 покупка.
            """)
    void countsInRussian(long purchases, String sentence) {
        Words words = Words.in(Language.RU);

        assertThat(words.text("story.opening", "span", words.text("span.years", "n", 3), "n", purchases))
                .isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            days | wait
            1    | ответа пришлось ждать 1 день.
            2    | ответа пришлось ждать 2 дня.
            5    | ответа пришлось ждать 5 дней.
            11   | ответа пришлось ждать 11 дней.
            21   | ответа пришлось ждать 21 день.
            """)
    void waitsInRussian(long days, String wait) {
        assertThat(Words.in(Language.RU)
                        .text(
                                "story.happened.answered",
                                "date",
                                "12 марта",
                                "clause",
                                "доставка опоздала",
                                "days",
                                days))
                .isEqualTo("12 марта доставка опоздала, и " + wait);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            purchases | sentence
            0         | Avec vous depuis 2 mois, 0 achat.
            1         | Avec vous depuis 2 mois, 1 achat.
            2         | Avec vous depuis 2 mois, 2 achats.
            """)
    void countsInFrench(long purchases, String sentence) {
        Words words = Words.in(Language.FR);

        assertThat(words.text("story.opening", "span", words.text("span.months", "n", 2), "n", purchases))
                .isEqualTo(sentence);
    }

    private static Set<FailureKind> builtInKinds() {
        Set<FailureKind> kinds = new TreeSet<>();
        for (var field : FailureKind.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == FailureKind.class) {
                try {
                    kinds.add((FailureKind) field.get(null));
                } catch (IllegalAccessException e) {
                    throw new AssertionError(e);
                }
            }
        }
        return kinds;
    }

    private static Map<String, Set<String>> arguments(Language language) throws IOException {
        Map<String, Set<String>> arguments = new TreeMap<>();
        sentences(language)
                .forEach((key, value) -> arguments.put(
                        (String) key,
                        new TreeSet<>(new MessageFormat((String) value, language.locale()).getArgumentNames())));
        return arguments;
    }

    /** What stays of a pattern without its arguments and the choices of its plurals. */
    private static String literal(String pattern) {
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

    private static Properties sentences(Language language) throws IOException {
        Properties sentences = new Properties();
        try (var in = new InputStreamReader(
                Words.class.getResourceAsStream("story_" + language.code() + ".properties"), StandardCharsets.UTF_8)) {
            sentences.load(in);
        }
        return sentences;
    }
}
