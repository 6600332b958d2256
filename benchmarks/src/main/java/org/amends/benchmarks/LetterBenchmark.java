package org.amends.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.amends.language.letter.LetterCase;
import org.amends.language.letter.json.LetterCaseReader;
import org.amends.language.letter.json.LetterCaseReading;
import org.amends.language.letter.page.HtmlLetter;
import org.amends.language.letter.template.Templates;
import org.amends.language.letter.writing.LetterWriter;
import org.amends.language.text.Language;
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

/** Letters a second, over the example cases of all kinds in all languages in turn. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 3)
public class LetterBenchmark {

    private final LetterWriter writer = new LetterWriter(Templates.standard());
    private final List<LetterCase> cases = new ArrayList<>();
    private int next;

    /** Reads the example cases. */
    @Setup
    public void read() throws IOException {
        try (Stream<Path> files = Files.list(examples())) {
            for (Path file : files.sorted().toList()) {
                if (LetterCaseReader.read(Files.readString(file)) instanceof LetterCaseReading.Read(LetterCase about)) {
                    cases.add(about);
                }
            }
        }
    }

    private static Path examples() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path examples = folder.resolve("examples/letters");
            if (Files.isDirectory(examples)) {
                return examples;
            }
        }
        throw new IllegalStateException("Run this within the project: it reads examples/letters.");
    }

    /** A letter as plain text. */
    @Benchmark
    public String text() {
        Language language = Language.values()[next % Language.values().length];
        return writer.write(another(), language).text();
    }

    /** A letter as HTML. */
    @Benchmark
    public String html() {
        Language language = Language.values()[next % Language.values().length];
        return HtmlLetter.of(writer.write(another(), language));
    }

    /** Nine cases and four languages have no common divisor, so that each meets each. */
    private LetterCase another() {
        next = (next + 1) % (cases.size() * Language.values().length);
        return cases.get(next % cases.size());
    }
}
