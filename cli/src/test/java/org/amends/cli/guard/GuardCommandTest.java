package org.amends.cli.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.amends.cli.Ran;
import org.amends.guard.food.FoodKnowledge;
import org.amends.guard.substitution.Guard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardCommandTest {

    private static final String REQUEST =
            "{\"id\": \"r\", \"stated\": [\"vegan\"], \"candidates\": [{\"id\": \"a\", \"name\": \"Oat drink\", \"ingredients\": \"water, oats\"}]}";

    private static final String ANSWER =
            "{\"id\":\"r\",\"verdicts\":[{\"id\":\"a\",\"verdict\":\"ALLOW\",\"reasons\":[],\"confidence\":0.97}],\"best\":\"a\"}";

    @TempDir
    private Path folder;

    @Test
    void requestsAreAnsweredAsTheGoldenFileSays() throws IOException, URISyntaxException {
        Ran ran = Ran.amends("guard", "--requests", golden("guard-requests.jsonl"));

        assertThat(ran.out()).isEqualTo(Files.readString(golden("guard-answers.jsonl")));
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).endsWith("""
                        guard-requests.jsonl:4: candidates[0].ingredient: the field "ingredient" is not known.
                        Maybe ingredients.
                        """);
    }

    @Test
    void aLineThatCannotBeReadIsAnsweredInItsPlaceAndAllowsNothing() throws IOException {
        Path requests =
                file(REQUEST + "\n\nnope\n{\"id\": 7, \"stated\": 3, \"candidates\": [{\"id\": \"b\"}]}\n" + REQUEST);

        Ran ran = Ran.amends("guard", "--requests", requests);

        List<String> lines = ran.out().lines().toList();
        assertThat(ran.code()).isEqualTo(2);
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).isEqualTo(ANSWER);
        assertThat(lines.get(1))
                .startsWith("{\"id\":null,\"verdicts\":[],\"best\":null,\"error\":{\"place\":\"column 1\"");
        assertThat(lines.get(2)).contains("\"id\":\"7\"", "\"id\":\"b\",\"verdict\":\"ASK\"", "\"place\":\"stated\"");
        assertThat(lines.get(3)).isEqualTo(ANSWER);
        assertThat(ran.err())
                .startsWith(requests + ":3: column 1: ")
                .contains(requests + ":4: stated: stated is no list.\n");
    }

    @Test
    void anAnswerIsGivenBeforeTheNextRequestIsMade() throws Exception {
        BlockingQueue<String> answers = new LinkedBlockingQueue<>();
        PipedInputStream in = new PipedInputStream(1 << 16);
        Thread answering;
        try (PipedOutputStream requests = new PipedOutputStream(in)) {
            answering = Thread.ofVirtual().start(() -> answer(in, answers));
            for (int i = 0; i < 3; i++) {
                requests.write((REQUEST + "\n").getBytes(StandardCharsets.UTF_8));
                requests.flush();

                assertThat(answers.poll(1, TimeUnit.MINUTES)).isEqualTo(ANSWER);
            }
        }
        answering.join();
        assertThat(answers).isEmpty();
    }

    private static void answer(InputStream in, BlockingQueue<String> answers) {
        Guarding guarding =
                new Guarding(new Guard(FoodKnowledge.standard()), "pipe", new PrintWriter(new StringWriter()));
        try (Lines out = new Lines(answers)) {
            int ignored = guarding.answer(in, out);
        } catch (IOException broken) {
            answers.add(broken.toString());
        }
    }

    /** Hands on what was written at each flush. */
    private static final class Lines extends Writer {
        private final BlockingQueue<String> flushed;
        private final StringBuilder written = new StringBuilder();

        private Lines(BlockingQueue<String> flushed) {
            this.flushed = flushed;
        }

        @Override
        public void write(char[] text, int from, int length) {
            written.append(text, from, length);
        }

        @Override
        public void flush() {
            written.toString().lines().forEach(flushed::add);
            written.setLength(0);
        }

        @Override
        public void close() {}
    }

    @Test
    void aCustomerIsKnownToTheServiceOnly() throws IOException {
        Path requests = file("{\"id\":\"r\",\"customer\":\"c1\",\"candidates\":[{\"id\":\"a\",\"name\":\"Milk\"}]}");

        assertThat(Ran.amends("guard", "--requests", requests).out())
                .contains("\"verdict\":\"ASK\"", "customer_unknown", "ask it, or tell stated and history");
    }

    @Test
    void aFoodFileOfTheCompanyIsTakenIn() throws IOException {
        Path food = Files.writeString(folder.resolve("own.food"), """
                source kitchen = Our kitchen.

                food zzquorbix
                  is      milk
                  en      zzquorbix
                  source  kitchen
                """);
        Path requests = file(
                "{\"id\":\"r\",\"stated\":[\"vegan\"],\"candidates\":[{\"id\":\"a\",\"name\":\"Dip\",\"ingredients\":\"sugar, zzquorbix\"}]}");

        assertThat(Ran.amends("guard", "--requests", requests).out()).contains("\"verdict\":\"ASK\"");
        assertThat(Ran.amends("guard", "--requests", requests, "--food", food).out())
                .contains("\"verdict\":\"BLOCK\"");
    }

    @Test
    void answersMayGoToAFileButNotOverTheRequests() throws IOException {
        Path requests = file(REQUEST);
        Path out = folder.resolve("new/answers.jsonl");

        assertThat(Ran.amends("guard", "--requests", requests, "--out", out)).isEqualTo(new Ran(0, "", ""));
        assertThat(out).hasContent(ANSWER);
        assertThat(Ran.amends("guard", "--requests", requests, "--out", requests))
                .isEqualTo(new Ran(
                        2,
                        "",
                        "%s: the answers would overwrite the requests.\nMaybe name another file with --out.\n"
                                .formatted(requests)));
        assertThat(requests).hasContent(REQUEST);
    }

    @Test
    void standardInputIsReadByItsSign() {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(REQUEST.getBytes(StandardCharsets.UTF_8)));

            assertThat(Ran.amends("guard", "--requests", "-")).isEqualTo(new Ran(0, ANSWER + "\n", ""));
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void whatCannotBeReadIsToldWithARemedy() throws IOException {
        Path missing = folder.resolve("none.jsonl");
        Path empty = file(" \n\n");

        assertThat(Ran.amends("guard", "--requests", missing))
                .isEqualTo(new Ran(
                        2,
                        "",
                        "%s: there is no such file.\nMaybe check the path, or use - for standard input.\n"
                                .formatted(missing)));
        assertThat(Ran.amends("guard", "--requests", folder))
                .isEqualTo(new Ran(2, "", "%s: this is a folder.\nMaybe name the file in it.\n".formatted(folder)));
        assertThat(Ran.amends("guard", "--requests", empty))
                .isEqualTo(new Ran(
                        2, "", "%s: there is nothing in it.\nMaybe write one request a line.\n".formatted(empty)));
    }

    @Test
    void manyBadLinesAreAllAnsweredAndTheFirstHundredTold() throws IOException {
        Path requests = file(IntStream.range(0, 250).mapToObj(i -> "[]").collect(Collectors.joining("\n")));

        Ran ran = Ran.amends("guard", "--requests", requests);

        assertThat(ran.out().lines()).hasSize(250);
        assertThat(ran.err().lines()).hasSize(201);
        assertThat(ran.err())
                .endsWith("%s: 150 more lines cannot be read; each is answered with its error.\n".formatted(requests));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("requests.jsonl"), text);
    }

    private static Path golden(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(GuardCommandTest.class.getResource("/golden/" + name))
                .toURI());
    }
}
