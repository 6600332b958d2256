package org.amends.benchmarks;

import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.amends.language.json.Labelled;
import org.amends.language.reading.Message;
import org.amends.language.reading.Reader;
import org.amends.language.reading.Reading;
import org.amends.language.text.Language;
import org.amends.language.training.Corpus;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Readings a second, over all messages of the corpus in turn; beside them what two libraries take for a part of the work: Lucene for
 * the stems of the same texts, Lingua for their languages.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 5)
@Measurement(iterations = 3, time = 5)
public class ReadingBenchmark {

    private final Reader reader = Reader.standard();
    private final List<Message> messages = new ArrayList<>();
    private final Map<Language, Analyzer> analyzers = new EnumMap<>(Language.class);
    private final LanguageDetector detector = LanguageDetectorBuilder.fromLanguages(
                    com.github.pemistahl.lingua.api.Language.ENGLISH,
                    com.github.pemistahl.lingua.api.Language.FRENCH,
                    com.github.pemistahl.lingua.api.Language.SPANISH,
                    com.github.pemistahl.lingua.api.Language.RUSSIAN)
            .withLowAccuracyMode()
            .build();
    private int next;

    /** Reads the corpus. */
    @Setup
    public void read() throws IOException {
        Corpus.read(corpus()).messages().stream().map(Labelled::message).forEach(messages::add);
        analyzers.put(Language.ENGLISH, new EnglishAnalyzer());
        analyzers.put(Language.FRENCH, new FrenchAnalyzer());
        analyzers.put(Language.SPANISH, new SpanishAnalyzer());
        analyzers.put(Language.RUSSIAN, new RussianAnalyzer());
    }

    private static Path corpus() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path corpus = folder.resolve("language/src/test/resources/corpus");
            if (Files.isDirectory(corpus)) {
                return corpus;
            }
        }
        throw new IllegalStateException("Run this within the project: it reads language/src/test/resources/corpus.");
    }

    /** A reading of a message whose language is given. */
    @Benchmark
    public Reading reading() {
        return reader.read(another());
    }

    /** A reading of a message whose language is found out. */
    @Benchmark
    public Reading readingOfUnknownLanguage() {
        Message message = another();
        return reader.read(new Message(message.id(), message.text(), null, message.sent(), message.channel()));
    }

    /** The stems of a message by Lucene. */
    @Benchmark
    public int stemsByLucene() throws IOException {
        Message message = another();
        Analyzer analyzer = Objects.requireNonNull(analyzers.get(message.language()));
        int stems = 0;
        try (TokenStream stream = analyzer.tokenStream("text", message.text())) {
            stream.reset();
            while (stream.incrementToken()) {
                stems++;
            }
            stream.end();
        }
        return stems;
    }

    /** The language of a message by Lingua. */
    @Benchmark
    public com.github.pemistahl.lingua.api.Language languageByLingua() {
        return detector.detectLanguageOf(another().text());
    }

    private Message another() {
        next = (next + 1) % messages.size();
        return messages.get(next);
    }
}
