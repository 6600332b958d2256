package org.amends.language.weighing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ModelFileTest {

    private static final LinearModel MODEL = LinearModel.of(
            List.of("late", "kind"),
            List.of(
                    new Weights(
                            new Asked(Question.yesNo("angry"), List.of(-0.5f), 1, 0.5),
                            Map.of(0, new float[] {1.5f}, 1, new float[] {-1f})),
                    new Weights(
                            new Asked(new Question("how", List.of("a", "b", "c")), List.of(0f, 0.25f, 0f), 2, 0.5),
                            Map.of(1, new float[] {0.5f, 0f, -2f}))));

    private static byte[] bytes(LinearModel model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ModelFile.write(model, bytes);
        return bytes.toByteArray();
    }

    private static LinearModel read(byte[] bytes) throws IOException {
        return ModelFile.read(new ByteArrayInputStream(bytes));
    }

    @Test
    void a_model_that_is_written_and_read_answers_as_before() throws IOException {
        LinearModel read = read(bytes(MODEL));
        List<Feature> features = List.of(new Feature("late", 1, 0, 0), new Feature("kind", 0.5f, 1, 1));
        assertThat(read.asked()).isEqualTo(MODEL.asked());
        assertThat(read.answers(features).yes("angry"))
                .isEqualTo(MODEL.answers(features).yes("angry"))
                .isCloseTo(1 / (1 + Math.exp(-0.5)), within(1e-6));
        assertThat(read.answers(features).probabilities("how"))
                .isEqualTo(MODEL.answers(features).probabilities("how"));
    }

    @Test
    void names_in_any_letters_are_found_again() throws IOException {
        List<String> names = List.of("ru:посылк", "fr:reçu", "€", "a\u0000b", "\ud83d\ude00");
        Map<Integer, float[]> weights = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            weights.put(i, new float[] {i + 1f});
        }
        Asked asked = new Asked(Question.yesNo("angry"), List.of(0f), 1, 0.5);
        LinearModel read = read(bytes(LinearModel.of(names, List.of(new Weights(asked, weights)))));
        for (int i = 0; i < names.size(); i++) {
            double yes =
                    read.answers(List.of(new Feature(names.get(i), 1, 0, 0))).yes("angry");
            assertThat(yes).as(names.get(i)).isCloseTo(1 / (1 + Math.exp(-i - 1)), within(1e-6));
        }
    }

    @Test
    void the_same_model_gives_the_same_bytes() throws IOException {
        assertThat(bytes(read(bytes(MODEL)))).isEqualTo(bytes(MODEL));
    }

    @Test
    void a_file_that_breaks_off_is_refused_wherever_it_does() throws IOException {
        byte[] whole = bytes(MODEL);
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(part)).as("%d bytes", part.length).isInstanceOf(IOException.class);
        }
    }

    @Test
    void other_files_and_other_versions_are_refused_with_a_remedy() {
        assertThatThrownBy(() -> read(zipped(1, 2)))
                .isInstanceOf(IOException.class)
                .hasMessage("this is no model of a reader; maybe train it again");
        assertThatThrownBy(() -> read(zipped(0x416d5264, 1)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("version 1")
                .hasMessageContaining("train it again");
        assertThatThrownBy(() -> read(zipped(0x416d5264, 2, -1)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("broken");
    }

    private static byte[] zipped(int... numbers) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            for (int number : numbers) {
                out.writeInt(number);
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void reasons_are_the_features_that_speak_for_an_answer() {
        LinearModel.Answers answers =
                MODEL.answers(List.of(new Feature("late", 1, 0, 0), new Feature("kind", 1, 1, 1)));
        assertThat(answers.reasons("angry", 1, 5)).extracting(Feature::name).containsExactly("late");
        assertThat(answers.reasons("angry", 0, 5)).extracting(Feature::name).containsExactly("kind");
    }

    @Test
    void a_question_that_was_not_learned_is_named() {
        assertThatThrownBy(() -> MODEL.answers(List.of()).yes("sad")).hasMessageContaining("\"sad\"");
    }
}
