package org.amends.language.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.amends.language.CorpusFolder;
import org.amends.language.json.Labelled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LanguageGuessTest {

    private static final double LEAST_RIGHT = 0.99;

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_language_of_messages_is_found(Language language) {
        List<Labelled> messages = CorpusFolder.CORPUS.messages().stream()
                .filter(labelled -> labelled.message().language() == language)
                .toList();
        long right = messages.stream()
                .filter(labelled ->
                        LanguageGuess.of(labelled.message().text()).code().equals(language.code()))
                .count();
        assertThat(messages).isNotEmpty();
        assertThat(right / (double) messages.size()).isGreaterThanOrEqualTo(LEAST_RIGHT);
    }

    @Test
    void a_text_without_letters_is_in_no_language() {
        assertThat(LanguageGuess.of("12:30 ?! 🙂")).isEqualTo(new LanguageGuess.Guess("und", 0));
    }

    @Test
    void a_language_that_is_not_read_is_not_taken_for_one_that_is() {
        assertThat(LanguageGuess.of("Ich warte seit drei Wochen auf mein Paket und niemand antwortet mir.")
                        .language())
                .isEmpty();
        assertThat(LanguageGuess.of("Я чекаю на посилку вже три тижні, і ніхто мені не відповідає.")
                        .language())
                .isEmpty();
    }
}
