package org.amends.format.policy;

import static org.amends.format.policy.ReadPolicy.COMPLETE;
import static org.amends.format.policy.ReadPolicy.errors;
import static org.amends.format.policy.ReadPolicy.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.amends.policy.Parameter;
import org.amends.policy.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyReaderTest {

    @Test
    void theWrittenDefaultReadsBackToTheBuiltInPolicy() {
        Policy read = policy(PolicyWriter.write(Policy.standard()));

        assertThat(read.version()).isEqualTo(Policy.DEFAULT_VERSION);
        assertThat(PolicyDiff.between(Policy.standard(), read).isEmpty()).isTrue();
    }

    @Test
    void writtenPoliciesReadBackWhateverTheyHold() {
        Policy strange =
                policy("version: \"a: b # c \\\"d\\\" \\\\ \\u20AC \\U0001F600\"\nhalf_life: {goodwill: 33.3}\n"
                        + "failures: {safety: {evidence: \"yes\", severity: 1, owed: [human_contact]}, true: "
                        + COMPLETE
                        + "}\nremedies: {gift: {offered: false}, voice: {procedural: 0.123, evidence: \"~\"}}\n");

        Policy read = policy(PolicyWriter.write(strange));

        assertThat(read.version()).isEqualTo("a: b # c \"d\" \\ \u20AC \uD83D\uDE00");
        assertThat(PolicyDiff.between(strange, read).isEmpty()).isTrue();
    }

    @Test
    void whatIsLeftOutKeepsTheDefault() {
        Policy read = policy("""
                version: shop-1
                half_life:
                  goodwill: 300
                  complaint:
                    value: 40.5
                acute:
                """);

        assertThat(read.version()).isEqualTo("shop-1");
        assertThat(read.get(Parameter.GOODWILL_HALF_LIFE)).isEqualTo(300);
        assertThat(read.get(Parameter.COMPLAINT_HALF_LIFE)).isEqualTo(40.5);
        assertThat(read.get(Parameter.ACUTE_HARM)).isEqualTo(Parameter.ACUTE_HARM.defaultValue());
    }

    private static final String COMPLETE = "{type: product, severity: 0.3, controllable: true, stable: false, "
            + "betrayal: 0, unfairness: 0.2, confidence: chosen, evidence: own cases}";

    @Test
    void anEditedCopyOfTheDefaultCannotPassForTheBuiltIn() {
        String edited = "version: amends-default-1\nacute: {harm: 3}\n";

        assertThat(policy(edited).version()).matches("amends-default-1\\+[0-9a-f]{8}");
        assertThat(policy(edited).version()).isEqualTo(policy(edited).version());
        assertThat(policy("version: amends-default-1\nacute: {harm: 3.5}\n").version())
                .isNotEqualTo(policy(edited).version());
        assertThat(policy("version: amends-default-1\nremedies: {gift: {offered: false}}\n")
                        .version())
                .matches("amends-default-1\\+[0-9a-f]{8}");
        assertThat(policy(Defaults.in("version: amends-default-1\nacute: {harm: {acute.harm}}\n"))
                        .version())
                .isEqualTo("amends-default-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "3.0", "+3", "0x3", "3.", "30e-1", "&a 3", "!!float 3"})
    void numbersMayBeWrittenInEveryWayOfYaml(String three) {
        assertThat(policy("version: a\nacute:\n  harm: %s\n".formatted(three)).get(Parameter.ACUTE_HARM))
                .isEqualTo(3);
    }

    @Test
    void everyErrorComesOutAtOnceInTheOrderOfTheFile() {
        assertThat(errors("""
                version: shop-1
                half_life:
                  godwill: 270
                  complaint: 5000
                  revenge: fast
                acut:
                  harm: 2
                failures:
                  late_delivery:
                    severty: 0.5
                """)).isEqualTo(Defaults.in("""
                p.yaml:3:3: found the unknown key "half_life.godwill".
                Maybe half_life.goodwill: 30 to 3650 (days).
                p.yaml:4:14: found half_life.complaint: 5000.
                Maybe a number from 7 to 730 (days); the default is {half_life.complaint}.
                p.yaml:5:12: found half_life.revenge: fast.
                Maybe a number from 7 to 730 (days); the default is {half_life.revenge}.
                p.yaml:6:1: found the unknown section "acut".
                Maybe acute.
                p.yaml:10:5: found the unknown key "failures.late_delivery.severty".
                Maybe severity.
                """.strip()));
    }

    @Test
    void aNumberThatIsNoneIsNamedWithItsLikelyCause() {
        assertThat(errors("""
                version: a
                acute:
                  harm: "3"
                  repeat: 0,9
                  ratchet: .nan
                  hostility: .inf
                  buffer:
                  reply_delay: [1]
                  unvoiced: -2
                """)).isEqualTo(Defaults.in("""
                p.yaml:3:9: found acute.harm: "3".
                Maybe take the quotes off. Maybe a number from 0 to 8 (logit); the default is {acute.harm}.
                p.yaml:4:11: found acute.repeat: 0,9.
                Maybe write 0.9, with a point. Maybe a number from 0 to 5 (logit); the default is {acute.repeat}.
                p.yaml:5:12: found acute.ratchet: .nan, which is not a number.
                Maybe a number from 0 to 2 (ratio); the default is {acute.ratchet}.
                p.yaml:6:14: found acute.hostility: .inf.
                Maybe a number from 0 to 5 (logit); the default is {acute.hostility}.
                p.yaml:7:10: found acute.buffer without a value.
                Maybe a number from 0 to 1 (share); the default is {acute.buffer}.
                p.yaml:8:16: found acute.reply_delay: a list.
                Maybe a number from 0 to 5 (logit); the default is {acute.reply_delay}.
                p.yaml:9:13: found acute.unvoiced: -2.
                Maybe a number from -1 to 1 (logit); the default is {acute.unvoiced}.
                """.strip()));
    }

    @Test
    void documentationMustAgreeWithTheCatalogue() {
        assertThat(errors("""
                version: a
                half_life:
                  goodwill:
                    value: 300
                    unit: weeks
                    range: [1, 3650]
                    default: 299
                    confidence: sure
                    meaning:
                    vale: 3
                  complaint:
                    unit: days
                """)).isEqualTo(Defaults.in("""
                p.yaml:5:11: found half_life.goodwill.unit: weeks.
                This is documentation and cannot be changed here. Maybe delete the line, or write "days".
                p.yaml:6:12: found half_life.goodwill.range: [1, 3650].
                This is documentation and cannot be changed here. Maybe delete the line, or write [30, 3650].
                p.yaml:7:14: found half_life.goodwill.default: 299.
                This is documentation and cannot be changed here. Maybe delete the line, or write {half_life.goodwill}.
                p.yaml:8:17: found half_life.goodwill.confidence: sure.
                Maybe write one of size, order, sign, chosen.
                p.yaml:9:13: found half_life.goodwill.meaning without a value.
                Maybe write a sentence, or delete the line.
                p.yaml:10:5: found the unknown key "half_life.goodwill.vale".
                Maybe value.
                p.yaml:11:3: found half_life.complaint without a value.
                Maybe add "value:". Maybe a number from 7 to 730 (days); the default is {half_life.complaint}.
                """.strip()));
    }

    @Test
    void keysThatStandTwiceOrInTheWrongPlaceAreFound() {
        assertThat(errors("""
                version: a
                acute:
                  harm: 2
                  harm: 3
                  goodwill: 270
                acute.ratchet: 0.2
                acute:
                  buffer: 0.1
                [x]: 1
                """)).isEqualTo(Defaults.in("""
                p.yaml:4:3: found "harm" a second time.
                Maybe delete one of them: it stands on line 3 already.
                p.yaml:5:3: found the unknown key "acute.goodwill".
                Maybe it belongs under another section, as half_life.goodwill: 30 to 3650 (days).
                p.yaml:6:1: found the unknown section "acute.ratchet".
                Maybe write it in two steps: "acute:" on one line, and "ratchet:" indented below it.
                p.yaml:7:1: found "acute" a second time.
                Maybe delete one of them: it stands on line 2 already.
                p.yaml:9:1: found a list as a name.
                Maybe write a plain word before the colon.
                """.strip()));
    }

    @Test
    void aPolicyNeedsAVersion() {
        assertThat(errors("acute: {harm: 2}\n")).isEqualTo(Defaults.in("""
                p.yaml:1:1: found a policy without a version.
                Maybe begin with a name for it: "version: my-policy-1".\
                """));
        assertThat(errors("version:\n")).isEqualTo(Defaults.in("""
                p.yaml:1:9: found version without a value.
                Maybe write a name of at most 100 characters, for example my-policy-1.\
                """));
        assertThat(errors("version: [1]\n")).startsWith("p.yaml:1:10: found version: a list.");
        assertThat(errors("version: " + "v".repeat(101))).startsWith("p.yaml:1:10: found version: \"vvvvvvv");
        assertThat(errors("- version\n")).isEqualTo(Defaults.in("""
                p.yaml:1:1: found a list.
                A policy is a map. Maybe begin with "version: my-policy-1" on a line.\
                """));
        assertThat(errors("version: a\nacute: 3\n")).isEqualTo(Defaults.in("""
                p.yaml:2:8: found acute: 3.
                Maybe write entries below it, for example "harm: {acute.harm}", each indented by two spaces.\
                """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\n", "# only a comment\n", "---\n", "\uFEFF"})
    void aFileWithNothingInItIsUnreadable(String nothing) {
        assertThat(unreadable(nothing.getBytes(StandardCharsets.UTF_8))).isEqualTo(Defaults.in("""
                p.yaml:1:1: found nothing.
                Maybe begin with a name for the policy: "version: my-policy-1".\
                """));
    }

    @Test
    void whatIsNoTextIsUnreadableAndNamesThePlace() {
        assertThat(unreadable("version: caf\u00E9\n".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(Defaults.in("""
                p.yaml:1:13: found the byte 0xE9, which is no UTF-8.
                Maybe save the file as UTF-8.\
                """));
        assertThat(unreadable(new byte[] {'v', ':', ' ', 'a', '\n', (byte) 0xC3}))
                .isEqualTo(Defaults.in("""
                p.yaml:2:1: found the byte 0xC3, which is no UTF-8.
                Maybe save the file as UTF-8.\
                """));
        assertThat(unreadable("version: a\n".getBytes(StandardCharsets.UTF_16))).isEqualTo(Defaults.in("""
                p.yaml:1:1: found text in UTF-16.
                Maybe save the file as UTF-8.\
                """));
        assertThat(unreadable("version: a\nb: \u0000\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Defaults.in("""
                p.yaml:2:4: found the control character U+0000.
                Maybe delete it; it shows as nothing.\
                """));
    }

    @Test
    void whatIsNoYamlIsUnreadableAndNamesThePlace() {
        assertThat(unreadable("version: a\nacute:\n\tharm: 3\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Defaults.in("""
                p.yaml:3:1: found a tab.
                YAML indents with spaces. Maybe replace each tab by two spaces.\
                """));
        assertThat(unreadable("version: a\nacute: {harm: 3\n".getBytes(StandardCharsets.UTF_8)))
                .startsWith("p.yaml:3:1: found what is no YAML: ")
                .endsWith(
                        "Maybe look at the line before, too: an indentation, a colon, a quote or a bracket is amiss.");
        assertThat(unreadable("version: a\n---\nversion: b\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Defaults.in("""
                p.yaml:2:1: found a second document.
                Maybe keep one policy in one file, without "---" between.\
                """));
    }

    @Test
    void whatWouldGrowWithoutEndIsRefused() {
        assertThat(unreadable("[".repeat(100_000).getBytes(StandardCharsets.UTF_8)))
                .startsWith("p.yaml:1:13: found more than 12 levels.");
        assertThat(unreadable(("{a: ".repeat(50) + "1" + "}".repeat(50)).getBytes(StandardCharsets.UTF_8)))
                .contains("found more than 12 levels.");
        String bomb = "a: &a [x]\n" + "b: *a\n".repeat(300);
        assertThat(unreadable(bomb.getBytes(StandardCharsets.UTF_8)))
                .startsWith("p.yaml:202:4: found more than 200 aliases.");
        assertThat(unreadable(new byte[2_000_000])).startsWith("p.yaml:1:1: found a file of 2000000 bytes.");
        assertThat(errors("version: a\nacute: &a\n  harm: *a\n"))
                .startsWith("p.yaml:3:3: found the unknown key \"acute.harm.harm\".");
    }

    @Test
    void windowsFilesAndByteOrderMarksAreRead() {
        assertThat(policy("\uFEFFversion: a\r\nacute:\r\n  harm: 3\r\n").get(Parameter.ACUTE_HARM))
                .isEqualTo(3);
    }

    @Test
    void loadingNamesTheFile(@TempDir Path folder) throws IOException {
        Path missing = folder.resolve("none.yaml");
        Path wrong = Files.writeString(folder.resolve("wrong.yaml"), "version: a\nacute: {harm: 9}\n");

        assertThatThrownBy(() -> PolicyReader.load(missing))
                .isInstanceOf(PolicyFormatException.class)
                .hasMessage("""
                %s: there is no such file.
                Maybe check the path; "./amends policy show" prints a policy to begin with.""".formatted(missing));
        assertThatThrownBy(() -> PolicyReader.load(folder)).hasMessage("""
                %s: this is a folder.
                Maybe name the policy file in it.""".formatted(folder));
        assertThatThrownBy(() -> PolicyReader.load(wrong))
                .hasMessage(Defaults.in("""
                %s:2:15: found acute.harm: 9.
                Maybe a number from 0 to 8 (logit); the default is {acute.harm}.""").formatted(wrong));
    }

    private static String unreadable(byte[] bytes) {
        PolicyReading reading = PolicyReader.read(bytes);
        assertThat(reading).as(reading.toString()).isInstanceOf(PolicyReading.Unreadable.class);
        return ((PolicyReading.Unreadable) reading).finding().text("p.yaml");
    }
}
