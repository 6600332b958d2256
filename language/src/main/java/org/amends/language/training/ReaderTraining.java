package org.amends.language.training;

import java.util.List;
import java.util.Objects;
import org.amends.language.json.Labelled;
import org.amends.language.mail.NewText;
import org.amends.language.reading.Features;
import org.amends.language.reading.Questions;
import org.amends.language.reading.Sayings;
import org.amends.language.reading.Tags;
import org.amends.language.text.Language;
import org.amends.language.weighing.LinearModel;

/** Teaches a reader: first what single sentences say, then from what the sentences of messages say what the messages say. */
public final class ReaderTraining {

    private ReaderTraining() {}

    /**
     * What was learned.
     *
     * @param sentences a model whose questions are the tags of sentences
     * @param messages a model whose questions are those of messages
     */
    public record Learned(LinearModel sentences, LinearModel messages) {}

    /** Learns from a corpus. The same corpus gives the same models. */
    public static Learned learn(Corpus corpus, Features features) {
        LinearModel sentences =
                new Trainer(Tags.questions(), sentences(corpus, features), Penalties.OF_SENTENCES).trainUncalibrated();
        List<Example> messages = messages(corpus.messages(), features, sentences);
        return new Learned(sentences, new Trainer(Questions.all(), messages, Penalties.OF_MESSAGES).train());
    }

    /** Sentences as examples of the tags. */
    public static List<Example> sentences(Corpus corpus, Features features) {
        return corpus.sentences().stream()
                .map(sentence -> {
                    Features.Parts parts = features.parts(sentence.text(), sentence.language());
                    return new Example(
                            sentence.id(), features.of(parts, 0, parts.words().size()), Tags.answers(sentence.tags()));
                })
                .toList();
    }

    /** Messages as examples of the questions, through a model of sentences. */
    public static List<Example> messages(List<Labelled> labelled, Features features, LinearModel sentences) {
        Sayings sayings = new Sayings(features, sentences);
        return labelled.stream()
                .map(one -> {
                    Language language = Objects.requireNonNull(
                            one.message().language(), one.message().id());
                    String text = NewText.of(one.message().text());
                    return new Example(
                            one.message().id(),
                            sayings.of(features.parts(text, language)).features(),
                            Questions.answers(one.labels()));
                })
                .toList();
    }
}
