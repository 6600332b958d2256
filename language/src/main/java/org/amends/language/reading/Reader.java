package org.amends.language.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.amends.language.cue.CueBook;
import org.amends.language.fact.FactReader;
import org.amends.language.fact.Facts;
import org.amends.language.idea.IdeaBook;
import org.amends.language.mail.NewText;
import org.amends.language.text.Language;
import org.amends.language.text.LanguageGuess;
import org.amends.language.weighing.LinearModel;
import org.amends.language.weighing.ModelFile;

/** Reads messages. The same message gives the same reading. Safe for use by many threads. */
public final class Reader {

    /** The model of what single sentences say, and that of what messages say. */
    private static final String SENTENCES = "sentences.model";

    private static final String MESSAGES = "messages.model";

    private final Features features;
    private final Sayings sayings;
    private final LinearModel messages;
    private final Preferences preferences;

    /**
     * A reader with models of one's own.
     *
     * @param features what messages are taken apart into, the same with which the models were trained
     * @param sentences a model whose questions are the tags of sentences
     * @param messages a model whose questions are those of {@link Questions}
     */
    public Reader(Features features, LinearModel sentences, LinearModel messages) {
        this.features = features;
        this.sayings = new Sayings(features, sentences);
        this.messages = messages;
        this.preferences = new Preferences();
    }

    /** The reader that comes with Amends; its files are read side by side. */
    public static Reader standard() {
        CompletableFuture<LinearModel> sentences = CompletableFuture.supplyAsync(() -> model(SENTENCES));
        CompletableFuture<LinearModel> messages = CompletableFuture.supplyAsync(() -> model(MESSAGES));
        CompletableFuture<IdeaBook> ideas = CompletableFuture.supplyAsync(IdeaBook::standard);
        CueBook cues = CueBook.standard();
        return new Reader(new Features(cues, ideas.join()), sentences.join(), messages.join());
    }

    private static LinearModel model(String name) {
        try (InputStream stream = Reader.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the file " + name + " is missing from this build");
            }
            return ModelFile.read(stream);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What a message says. */
    public Reading read(Message message) {
        String newText = NewText.of(message.text());
        LanguageGuess.Guess guess = guess(message, newText);
        // What is in another language is read as far as names, figures and loan words carry, and said to be uncertain.
        Language language = guess.language().orElse(Language.ENGLISH);
        Features.Parts parts = features.parts(newText, language);
        Sayings.Said said = sayings.of(parts);
        Facts facts = FactReader.read(message.text(), language, message.sent());
        Decision decision = new Decision(
                message,
                parts,
                said,
                messages.answers(said.features()),
                facts,
                preferences,
                guess.language().isPresent());
        return decision.reading(guess);
    }

    private static LanguageGuess.Guess guess(Message message, String newText) {
        Language said = message.language();
        return Optional.ofNullable(said)
                .map(language -> new LanguageGuess.Guess(language.code(), 1))
                .orElseGet(() -> LanguageGuess.of(newText));
    }
}
