package org.amends.cli.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.amends.cli.Ran;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lines that ask about an act. */
class GuardedActsTest {

    private static final String NOW = "'now':'2026-03-01T12:00:00Z'";
    private static final String PHONE =
            "'act':{'kind':'contact','channel':'phone','language':'en','name':'Mr Smith','purpose':'marketing'}";

    @TempDir
    private Path folder;

    private Ran guard(String... singleQuoted) {
        try {
            Path file = folder.resolve("requests.jsonl");
            Files.writeString(file, String.join("\n", singleQuoted).replace('\'', '"'));
            return Ran.amends("guard", "--requests", file);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private static List<JsonNode> answers(Ran ran) {
        JsonMapper mapper = new JsonMapper();
        List<JsonNode> answers = new ArrayList<>();
        ran.out().lines().forEach(line -> answers.add(mapper.readTree(line)));
        return answers;
    }

    private static String verdict(JsonNode answer, int which) {
        return answer.at("/verdicts/" + which + "/verdict").asString();
    }

    private static String rule(JsonNode answer, int which) {
        return answer.at("/verdicts/" + which + "/reasons/0/rule").asString();
    }

    @Test
    void judgesAnActByTheFactsOfItsLine() {
        String free = "'facts':{'stated':[],'parted':false,'open_complaint_since':null}";

        Ran ran = guard(
                "{'id':'1',%s,%s,%s}".formatted(NOW, PHONE, free),
                "{'id':'2',%s,%s,%s}".formatted(NOW, PHONE, free.replace("null", "'2026-02-27T00:00:00Z'")),
                "{'id':'3',%s,'act':{'kind':'price','amount':5,'loyalty_price':4.5}}".formatted(NOW));

        List<JsonNode> answers = answers(ran);
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(verdict(answers.get(0), 0)).isEqualTo("ALLOW");
        assertThat(answers.get(0).at("/verdicts/0/id").asString()).isEqualTo("act");
        assertThat(answers.get(0).get("best").isNull()).isTrue();
        assertThat(verdict(answers.get(1), 0)).isEqualTo("BLOCK");
        assertThat(rule(answers.get(1), 0)).isEqualTo("marketing_open_complaint");
        assertThat(rule(answers.get(2), 0)).isEqualTo("loyalty_price_lost");
    }

    @Test
    void judgesAnActBesideCandidates() {
        Ran ran = guard("{'id':'1',%s,'stated':['nut_allergy'],'candidates':[{'id':'a','name':'Almonds'}],%s,"
                        .formatted(NOW, PHONE)
                + "'facts':{'parted':false,'open_complaint_since':null}}");

        JsonNode answer = answers(ran).getFirst();
        assertThat(verdict(answer, 0)).isEqualTo("BLOCK");
        assertThat(answer.at("/verdicts/1/id").asString()).isEqualTo("act");
        assertThat(verdict(answer, 1)).isEqualTo("ALLOW");
    }

    @Test
    void asksAndSaysSoWhereNowIsMissing() {
        Ran ran = guard(
                "{'id':'1',%s,'facts':{'stated':[],'parted':false,'open_complaint_since':null}}".formatted(PHONE));

        JsonNode answer = answers(ran).getFirst();
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains(":1: now: there is no now");
        assertThat(verdict(answer, 0)).isEqualTo("ASK");
        assertThat(answer.at("/error/place").asString()).isEqualTo("now");
    }

    @Test
    void asksAboutACustomerWhomOnlyTheServiceKnows() {
        Ran ran = guard(
                "{'id':'1','customer':'c-7',%s,%s}".formatted(NOW, PHONE),
                "{'id':'2','customer':'c-7',%s,'act':{'kind':'price','amount':5,'loyalty_price':5}}".formatted(NOW),
                "{'id':'3','customer':'c-7',%s,'stated':[],%s}".formatted(NOW, PHONE));

        for (JsonNode answer : answers(ran)) {
            assertThat(verdict(answer, 0)).isEqualTo("ASK");
            assertThat(rule(answer, 0)).isEqualTo("customer_unknown");
        }
    }

    @Test
    void asksAboutALineThatCannotBeRead() {
        Ran ran = guard("{'id':'1',%s,'act':{'kind':'contact','purpos':'service'}}".formatted(NOW));

        JsonNode answer = answers(ran).getFirst();
        assertThat(ran.code()).isEqualTo(2);
        assertThat(verdict(answer, 0)).isEqualTo("ASK");
        assertThat(answer.at("/error/remedy").asString()).isEqualTo("Maybe purpose.");
    }
}
