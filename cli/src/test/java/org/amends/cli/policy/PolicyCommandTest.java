package org.amends.cli.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.amends.cli.Defaults;
import org.amends.cli.Ran;
import org.amends.event.FailureKind;
import org.amends.format.policy.PolicyWriter;
import org.amends.policy.Parameter;
import org.amends.policy.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyCommandTest {

    private static final int VALUES = Parameter.values().length;

    @TempDir
    private Path folder;

    @Test
    void aCleanPolicyIsSummedUpInOneLine() throws IOException {
        Path whole = file(PolicyWriter.write(Policy.standard()));
        assertThat(Ran.amends("policy", "check", whole)).isEqualTo(new Ran(0, """
                %s: clean. Policy amends-default-1: 0 of %d values differ from the built-in policy; \
                0 failure kinds changed, 0 added; 0 remedies changed.
                """.formatted(whole, VALUES), ""));

        Path edited = file("version: amends-default-1\nacute: {harm: 3}\nfailures: {safety: {severity: 1}}\n");
        assertThat(Ran.amends("policy", "check", edited).out())
                .contains(
                        "1 of %d values differ from the built-in policy; 1 failure kinds changed, 0 added; 0 remedies changed."
                                .formatted(VALUES))
                .contains(" It kept the built-in's name and is recorded as amends-default-1+");
    }

    @Test
    void everyFindingIsToldAndTheExitCodeIsOne() throws IOException {
        Path file = file("version: a\nacute: {harm: 99}\nhalf_live: {}\n");

        assertThat(Ran.amends("policy", "check", file))
                .isEqualTo(new Ran(1, Defaults.in("""
                %s:2:15: found acute.harm: 99.
                Maybe a number from 0 to 8 (logit); the default is {acute.harm}.
                %s:3:1: found the unknown section "half_live".
                Maybe half_life.
                2 findings.
                """).formatted(file, file), ""));
    }

    @Test
    void aFileThatCannotBeReadIsBadInput() throws IOException {
        Path missing = folder.resolve("none.yaml");
        assertThat(Ran.amends("policy", "check", missing)).isEqualTo(new Ran(2, "", """
                %s: there is no such file.
                Maybe check the path; "./amends policy show" prints a policy to begin with.
                """.formatted(missing)));

        Path empty = file("");
        assertThat(Ran.amends("policy", "check", empty)).isEqualTo(new Ran(2, "", """
                %s:1:1: found nothing.
                Maybe begin with a name for the policy: "version: my-policy-1".
                """.formatted(empty)));

        Path latin = folder.resolve("latin.yaml");
        Files.write(latin, "version: caf\u00E9\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Ran.amends("policy", "check", latin)).isEqualTo(new Ran(2, "", """
                %s:1:13: found the byte 0xE9, which is no UTF-8.
                Maybe save the file as UTF-8.
                """.formatted(latin)));
    }

    @Test
    void aDifferenceSaysOldAndNewWithUnitAndEvidence() throws IOException {
        Path file = file("""
                version: shop-1
                half_life: {goodwill: 301}
                failures:
                  late_delivery: {severity: 0.66}
                """);
        double lateDelivery =
                Policy.standard().failure(FailureKind.LATE_DELIVERY).severity();

        assertThat(Ran.amends("policy", "diff", file))
                .isEqualTo(new Ran(
                        0,
                        Defaults.in("""
                From amends-default-1 (built in) to shop-1 (%s): 1 values, 1 failure kinds and 0 remedies differ.
                half_life.goodwill: {half_life.goodwill} -> 301 (days)
                    evidence of the default {half_life.goodwill} (order): %s
                failures.late_delivery.severity: %s -> 0.66
                """).formatted(file, Parameter.GOODWILL_HALF_LIFE.evidence(), lateDelivery),
                        ""));
    }

    @Test
    void twoFilesAreComparedFromTheFirstToTheSecond() throws IOException {
        Path older = Files.writeString(folder.resolve("a.yaml"), "version: a\nacute: {harm: 3}\n");
        Path newer = Files.writeString(folder.resolve("b.yaml"), """
                version: b
                acute: {harm: 4}
                failures:
                  cold_food: {type: product, severity: 0.3, controllable: true, stable: false, betrayal: 0,
                              unfairness: 0.2, confidence: chosen, evidence: own cases}
                """);

        assertThat(Ran.amends("policy", "diff", older, newer).out())
                .startsWith(
                        "From a (%s) to b (%s): 1 values, 1 failure kinds and 0 remedies differ.\nacute.harm: 3 -> 4 (logit)\n"
                                .formatted(older, newer))
                .contains("failures.cold_food.severity: 0.3 (new)\n");
        assertThat(Ran.amends("policy", "diff", newer, older).out())
                .contains("acute.harm: 4 -> 3 (logit)\n")
                .contains("failures.cold_food.severity: 0.3 (gone)\n");
        assertThat(Ran.amends("policy", "diff", older, older).out())
                .isEqualTo("From a (%s) to a (%s): 0 values, 0 failure kinds and 0 remedies differ.\n"
                        .formatted(older, older));
    }

    @Test
    void aDifferenceIsOneObjectOnRequest() throws IOException {
        Path file = file("version: shop-1\nhalf_life: {goodwill: 301}\nfailures: {safety: {stable: true}}\n");

        assertThat(Ran.amends("policy", "diff", file, "--json").out())
                .isEqualTo(Defaults.in("""
                {"from":"amends-default-1","to":"shop-1","values":[{"key":"half_life.goodwill","before":{half_life.goodwill},"after":301,\
                "unit":"days","default":{half_life.goodwill},"confidence":"order","evidence":"%s"}],"failures":[{"kind":"safety",\
                "change":"changed","fields":[{"field":"stable","before":false,"after":true}]}],"remedies":[]}
                """).formatted(Parameter.GOODWILL_HALF_LIFE.evidence()));
    }

    @Test
    void aBrokenPolicyCannotBeCompared() throws IOException {
        assertThat(Ran.amends("policy", "diff", file("version: a\nx: 1\n")).code())
                .isEqualTo(2);
    }

    @Test
    void aParameterIsExplainedWithAllThatIsKnown() {
        assertThat(Ran.amends("policy", "explain", "half_life.goodwill"))
                .isEqualTo(new Ran(0, Defaults.in("""
                half_life.goodwill: good experiences lose half their weight
                  value       {half_life.goodwill}
                  default     {half_life.goodwill}
                  range       30 to 3650
                  unit        days
                  confidence  order (which of two is greater was read in the source; the size is chosen to fit)
                  evidence    %s
                """).formatted(Parameter.GOODWILL_HALF_LIFE.evidence()), ""));
    }

    @Test
    void aFailureKindIsExplainedByThePolicyInUse() throws IOException {
        Path file = file("version: a\nfailures: {late_delivery: {severity: 0.6}}\n");

        assertThat(Ran.amends("policy", "explain", "late_delivery", "--policy", file)
                        .out())
                .startsWith("""
                        failures.late_delivery
                          type          service (what is lost in it)
                          severity      0.6 (how grave it is when an event gives no severity: 0 trifling, 1 grave)
                        """);
    }

    @Test
    void aRemedyIsExplainedByThePolicyInUse() throws IOException {
        Path file = file("version: a\nremedies: {gift: {offered: false, distributive: 0.25}}\n");

        assertThat(Ran.amends("policy", "explain", "gift", "--policy", file).out())
                .startsWith("""
                        remedies.gift
                          offered        false (whether it is given freely; what is owed is given all the same)
                          distributive   0.25 (how far it makes good what the customer lost)
                        """);
        assertThat(Ran.amends("policy", "explain", "remedies", "--policy", file).out())
                .contains("  gift                distributive 0.25, interactional 0.2, procedural 0, not offered\n");
    }

    @Test
    void aDifferenceTellsWhatIsOwedAndWhatIsOffered() throws IOException {
        Path file = file("""
                version: shop-1
                failures: {late_delivery: {owed: [refund]}}
                remedies: {gift: {offered: false}}
                """);

        assertThat(Ran.amends("policy", "diff", file).out()).endsWith("""
                0 values, 1 failure kinds and 1 remedies differ.
                failures.late_delivery.owed: [redo_service, price_reduction] -> [refund]
                remedies.gift.offered: true -> false
                """);
        assertThat(Ran.amends("policy", "diff", file, "--json").out()).isEqualTo("""
                {"from":"amends-default-1","to":"shop-1","values":[],"failures":[{"kind":"late_delivery",\
                "change":"changed","fields":[{"field":"owed","before":["redo_service","price_reduction"],\
                "after":["refund"]}]}],"remedies":[{"element":"gift","change":"changed","fields":[{"field":"offered",\
                "before":true,"after":false}]}]}
                """);
    }

    @Test
    void withoutANameEverythingIsExplainedInShort() {
        assertThat(Ran.amends("policy", "explain").out())
                .startsWith("half_life: How long things are remembered.\n  half_life.goodwill ")
                .contains("\nfailures: What each kind is worth when an event does not say.\n")
                .contains("\nremedies: What each does for the three dimensions of justice.\n");
        assertThat(Ran.amends("policy", "explain", "fading").out().lines().count())
                .isLessThan(10);
    }

    @Test
    void anUnknownNameIsAnsweredWithTheNearest() {
        assertThat(Ran.amends("policy", "explain", "acute.harn")).isEqualTo(new Ran(2, "", """
                amends-default-1 knows no parameter, section, failure kind or remedy "acute.harn".
                Maybe acute.harm, acute.loss, acute.
                """));
        assertThat(Ran.amends("policy", "explain", "goodwil").err()).contains("Maybe half_life.goodwill, ");
        assertThat(Ran.amends("policy", "explain", "late-delivry").err()).contains("Maybe late_delivery, ");
    }

    @Test
    void aPolicyIsShownWhole() throws IOException {
        assertThat(Ran.amends("policy", "show")).isEqualTo(new Ran(0, PolicyWriter.write(Policy.standard()), ""));

        Path shown = file(Ran.amends("policy", "show", file("version: a\nacute: {harm: 3}\n"))
                .out());
        assertThat(Ran.amends("policy", "diff", shown).out())
                .startsWith("From amends-default-1 (built in) to a (")
                .contains(Defaults.in("acute.harm: {acute.harm} -> 3 (logit)"));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("p.yaml"), text);
    }
}
