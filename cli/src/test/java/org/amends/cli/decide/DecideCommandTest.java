package org.amends.cli.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.amends.cli.Defaults;
import org.amends.cli.Ran;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecideCommandTest {

    @TempDir
    private Path folder;

    @Test
    void everyLineIsAnsweredInItsPlace() throws IOException {
        Path facts = file("""
                {"id": "a", "failures": [{"kind": "late_delivery"}]}

                {"trust": 1.5}
                {"id": 7}
                nope
                """);

        Ran ran = Ran.amends("decide", "--facts", facts);

        List<String> lines = ran.out().lines().toList();
        assertThat(ran.code()).isEqualTo(2);
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).startsWith("{\"id\":\"a\",\"leave_probability\":0.");
        assertThat(lines.get(1))
                .isEqualTo("{\"line\":3,\"error\":{\"place\":\"trust\",\"reason\":\"trust is 1.5\","
                        + "\"remedy\":\"Maybe a number from 0 to 1.\"}}");
        assertThat(lines.get(2)).startsWith("{\"id\":7,\"leave_probability\":0.");
        assertThat(lines.get(3))
                .startsWith("{\"line\":5,\"error\":{\"place\":\"column 1\",\"reason\":\"this is no JSON: ");
        assertThat(ran.err())
                .startsWith("%s:3: trust is 1.5.\nMaybe a number from 0 to 1.\n%s:5: column 1: this is no JSON: "
                        .formatted(facts, facts));
    }

    @Test
    void anAnswerNamesItsPolicyAndHorizonAndSumsUp() throws IOException {
        Path facts = file("{\"failures\": [{\"kind\": \"safety\", \"recovery\": \"poor\"}], \"complained\": true}\n");
        Path policy = Files.writeString(folder.resolve("p.yaml"), "version: shop-1\nacute: {harm: 5}\n");

        Ran ran = Ran.amends("decide", "--facts", facts, "--policy", policy, "--horizon", "30d");
        Ran usual = Ran.amends("decide", "--facts", facts);

        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).contains("\"policy_version\":\"shop-1\",\"horizon_days\":30}");
        assertThat(usual.out()).contains("\"policy_version\":\"amends-default-1\",\"horizon_days\":90}");
        assertThat(ran.out()).contains("\"mode\":\"acute_failure\"");
        assertThat(ran.out()).isNotEqualTo(usual.out());
    }

    @Test
    void theSameFactsGiveTheSameBytes() throws IOException {
        Path facts = file(
                "{\"failures\": [{\"kind\": \"safety\"}, {\"kind\": \"long_wait\"}], \"hostility\": 2}\n".repeat(3));

        assertThat(Ran.amends("decide", "--facts", facts).out())
                .isEqualTo(Ran.amends("decide", "--facts", facts).out());
        assertThat(Ran.amends("decide", "--facts", facts).out().lines().distinct())
                .hasSize(1);
    }

    @Test
    void answersMayGoToAFile() throws IOException {
        Path facts = file("{}\n{}\n");
        Path out = folder.resolve("new/answers.jsonl");

        Ran ran = Ran.amends("decide", "--facts", facts, "--out", out);

        assertThat(ran).isEqualTo(new Ran(0, "", ""));
        assertThat(Files.readAllLines(out)).hasSize(2).allMatch(line -> line.startsWith("{\"leave_probability\":"));
    }

    @Test
    void answersDoNotOverwriteTheFacts() throws IOException {
        Path facts = file("{}\n");

        assertThat(Ran.amends("decide", "--facts", facts, "--out", facts))
                .isEqualTo(new Ran(
                        2,
                        "",
                        "%s: the answers would overwrite the facts.\nMaybe name another file with --out.\n"
                                .formatted(facts)));
        assertThat(facts).hasContent("{}");
    }

    @Test
    void standardInputIsReadByItsSign() {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream("{}\n{\"x\":1}\n".getBytes(StandardCharsets.UTF_8)));
            Ran ran = Ran.amends("decide", "--facts", "-");

            assertThat(ran.code()).isEqualTo(2);
            assertThat(ran.out().lines()).hasSize(2);
            assertThat(ran.err()).startsWith("standard input:2: x: the field \"x\" is not known.\nMaybe ");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void whatCannotBeReadIsToldWithARemedy() throws IOException {
        Path missing = folder.resolve("none.jsonl");
        Path empty = file(" \n\n");

        assertThat(Ran.amends("decide", "--facts", missing))
                .isEqualTo(new Ran(
                        2,
                        "",
                        "%s: there is no such file.\nMaybe check the path, or use - for standard input.\n"
                                .formatted(missing)));
        assertThat(Ran.amends("decide", "--facts", folder))
                .isEqualTo(new Ran(2, "", "%s: this is a folder.\nMaybe name the file in it.\n".formatted(folder)));
        assertThat(Ran.amends("decide", "--facts", empty))
                .isEqualTo(new Ran(
                        2,
                        "",
                        "%s: there is nothing in it.\nMaybe write one object a line, for example {\"tenure_years\": 3}.\n"
                                .formatted(empty)));
    }

    @Test
    void bytesThatAreNoTextSpoilTheirLineOnly() throws IOException {
        Path facts = folder.resolve("latin.jsonl");
        Files.write(facts, "{\"id\": \"caf\u00E9\"}\n{}\n".getBytes(StandardCharsets.ISO_8859_1));

        Ran ran = Ran.amends("decide", "--facts", facts);

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out().lines()).hasSize(2);
        assertThat(ran.err())
                .isEqualTo("%s:1: column 12: the byte 0xE9 is no UTF-8.\nMaybe save the file as UTF-8.\n"
                        .formatted(facts));
    }

    @Test
    void manyBadLinesAreAllAnsweredAndTheFirstHundredTold() throws IOException {
        Path facts = file(IntStream.range(0, 250).mapToObj(i -> "[]").collect(Collectors.joining("\n")));

        Ran ran = Ran.amends("decide", "--facts", facts);

        assertThat(ran.out().lines()).hasSize(250);
        assertThat(ran.err().lines()).hasSize(201);
        assertThat(ran.err())
                .endsWith("%s: 150 more lines cannot be read; each is answered with its error.\n".formatted(facts));
    }

    @Test
    void aBrokenPolicyIsToldWithEveryPlace() throws IOException {
        Path facts = file("{}\n");
        Path policy = Files.writeString(folder.resolve("p.yaml"), "version: a\nacut: {}\nacute: {harm: 99}\n");

        assertThat(Ran.amends("decide", "--facts", facts, "--policy", policy))
                .isEqualTo(new Ran(2, "", Defaults.in("""
                %s:2:1: found the unknown section "acut".
                Maybe acute.
                %s:3:15: found acute.harm: 99.
                Maybe a number from 0 to 8 (logit); the default is {acute.harm}.
                """).formatted(policy, policy)));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            90d,     90
            12w,     84
            1y,      365.25
            6M,      182.625
            P90D,    90
            P1Y6M,   547.875
            pt36h,   1.5
            """)
    void horizonsAreWrittenInWaysThatPeopleUse(String horizon, String days) throws IOException {
        assertThat(Ran.amends("decide", "--facts", file("{}"), "--horizon", horizon)
                        .out())
                .contains("\"horizon_days\":%s}".formatted(days));
    }

    @ParameterizedTest
    @CsvSource({"soon", "0d", "-5d", "90", "21y", "1.5y", "P21Y", "P", "''"})
    void aHorizonThatIsNoneIsRefused(String horizon) throws IOException {
        Ran ran = Ran.amends("decide", "--facts", file("{}"), "--horizon=" + horizon);

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .startsWith("Invalid value for option '--horizon': \"%s\" is no span of time up to 20 years."
                        .formatted(horizon));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("facts.jsonl"), text);
    }
}
