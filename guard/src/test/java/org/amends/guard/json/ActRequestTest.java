package org.amends.guard.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.amends.guard.act.ActGuard;
import org.amends.guard.act.AskedAct;
import org.amends.guard.substitution.CandidateVerdict;
import org.amends.guard.substitution.Reason;
import org.amends.slip.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Acts in requests: what is told is judged, what is left out is asked about, what cannot be read is refused. */
class ActRequestTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final String FREE = "'stated':[],'parted':false,'open_complaint_since':null";

    private static RequestReading read(String singleQuoted) {
        return RequestReader.read(singleQuoted.replace('\'', '"'));
    }

    private static AskedAct act(String singleQuoted) {
        RequestReading reading = read(singleQuoted);
        assertThat(reading).isInstanceOf(RequestReading.Understood.class);
        return Objects.requireNonNull(((RequestReading.Understood) reading).act());
    }

    private static CandidateVerdict judged(String act, String facts) {
        return ActGuard.judge(act("{'id':'1','act':{%s},'facts':{%s}}".formatted(act, facts)), null, NOON);
    }

    private static @Nullable String firstRule(CandidateVerdict verdict) {
        return verdict.reasons().isEmpty() ? null : verdict.reasons().getFirst().rule();
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
        contact                                             | facts                                                              | verdict | rule
        'purpose':'marketing','channel':'phone'             | 'stated':[],'parted':false,'open_complaint_since':null             | ALLOW   | -
        'purpose':'marketing'                               | 'stated':[],'parted':null,'open_complaint_since':null              | ALLOW   | -
        'purpose':'marketing','channel':'phone'             | 'stated':['channel:email only'],'parted':false,'open_complaint_since':null | BLOCK | contact_channel
        'purpose':'service','channel':'phone'               | 'stated':'no:phone','parted':false                                 | BLOCK   | contact_channel
        'purpose':'service','language':'en'                 | 'stated':['language:fr'],'parted':false                            | BLOCK   | contact_language
        'purpose':'service','name':'Mr Smith'               | 'stated':['name:Mrs King'],'parted':false                          | BLOCK   | contact_name
        'purpose':'service','form_of_address':'du'          | 'stated':['form_of_address:Sie'],'parted':false                    | BLOCK   | contact_form_of_address
        'purpose':'service'                                 | 'stated':['not after eight'],'parted':false                        | ASK     | contact_unclear_wish
        'purpose':'service'                                 | 'stated':[],'parted':true                                          | ASK     | contact_after_parting
        'purpose':'required'                                | 'stated':[],'parted':true                                          | ALLOW   | -
        'purpose':'Marketing'                               | 'stated':[],'parted':false,'open_complaint_since':'2026-02-27T08:00:00+02:00' | BLOCK | marketing_open_complaint
        'purpose':'marketing'                               | 'stated':[],'parted':false,'open_complaint_since':'2026-03-01T12:00:02Z' | BLOCK | marketing_open_complaint
        'purpose':'marketing'                               | 'stated':[],'parted':false,'open_complaint_since':null,'in_mourning_until':'2026-03-02T00:00:00Z' | BLOCK | marketing_mourning
        'purpose':'marketing'                               | 'stated':[],'parted':false,'open_complaint_since':null,'in_mourning_until':'2026-03-01T12:00:00Z' | ALLOW | -
        'purpose':'marketing'                               | 'stated':['in_mourning'],'parted':false,'open_complaint_since':null | BLOCK  | marketing_mourning
        'purpose':'marketing'                               | 'stated':[],'parted':false                                         | ASK     | facts_missing
        'purpose':'marketing'                               | 'stated':[],'open_complaint_since':null                            | ASK     | facts_missing
        'purpose':'service'                                 | 'parted':false                                                     | ASK     | facts_missing
        'purpose':'service'                                 |                                                                    | ASK     | facts_missing
        'purpose':'marketing'                               | 'stated':['no:marketing']                                          | BLOCK   | marketing_refused
        """)
    void judgesContactsByWhatIsTold(String contact, @Nullable String facts, Verdict verdict, @Nullable String rule) {
        CandidateVerdict judged = judged("'kind':'contact'," + contact, facts == null ? "" : facts);

        assertThat(judged.id()).isEqualTo("act");
        assertThat(judged.verdict()).isEqualTo(verdict);
        assertThat(firstRule(judged)).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
        price                                                | facts                | verdict | rule
        'amount':4.00,'loyalty_price':4.00                   |                      | ALLOW   | -
        'amount':4.01,'loyalty_price':4.00                   |                      | BLOCK   | loyalty_price_lost
        'amount':9,'loyalty_price':null                      |                      | ALLOW   | -
        'amount':9                                           | 'loyalty_price':null | ALLOW   | -
        'amount':9,'loyalty_price':null                      | 'loyalty_price':8.99 | BLOCK   | loyalty_price_lost
        'amount':401,'currency':'jpy','loyalty_price':400    |                      | BLOCK   | loyalty_price_lost
        'amount':4.001,'currency':'KWD','loyalty_price':4    |                      | BLOCK   | loyalty_price_lost
        'amount':9,'product':'tea'                           |                      | ASK     | facts_missing
        """)
    void judgesPricesByWhatWasPromised(String price, @Nullable String facts, Verdict verdict, @Nullable String rule) {
        CandidateVerdict judged = judged("'kind':'price'," + price, facts == null ? "" : facts);

        assertThat(judged.verdict()).isEqualTo(verdict);
        assertThat(firstRule(judged)).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
        promises                                              | verdict | rule
        'promises':[]                                         | ALLOW   | -
        'promises':null                                       | ALLOW   | -
        'promises':[{'ref':'p','due':null}]                   | ALLOW   | -
        'promises':[{'ref':'p','due':'2026-03-09T12:00:00Z'}] | ALLOW   | -
        'promises':[{'due':'2026-03-02T12:00:00Z'}]           | ASK     | promise_due_soon
        'promises':[{'due':'2026-03-01T11:59:59Z'}]           | BLOCK   | promise_overdue
        'parted':false                                        | ASK     | facts_missing
        """)
    void warnsOfPromises(String promises, Verdict verdict, @Nullable String rule) {
        CandidateVerdict judged = judged("'kind':'promise_check'", promises);

        assertThat(judged.verdict()).isEqualTo(verdict);
        assertThat(firstRule(judged)).isEqualTo(rule);
    }

    @Test
    void namesWhatIsMissingAndWhatWasSaid() {
        CandidateVerdict judged =
                judged("'kind':'contact','purpose':'marketing','channel':'phone'", "'stated':['no:phone']");

        assertThat(judged.reasons()).extracting(Reason::rule).containsExactly("contact_channel", "facts_missing");
        assertThat(judged.reasons().getFirst().evidence()).contains("not by phone");
        assertThat(judged.reasons().getLast().evidence()).contains("parted, open_complaint_since");
        assertThat(judged.confidence()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', quoteCharacter = '`', textBlock = """
        request                                                                            | place
        'act':null                                                                         | act
        'act':'contact'                                                                    | act
        'act':{}                                                                           | act.kind
        'act':{'kind':'visit'}                                                             | act.kind
        'act':{'kind':'contact'}                                                           | act.purpose
        'act':{'kind':'contact','purpose':'fun'}                                           | act.purpose
        'act':{'kind':'contact','purpose':'service','channel':' '}                         | act.channel
        'act':{'kind':'contact','purpose':'service','chanel':'phone'}                      | act.chanel
        'act':{'kind':'contact','purpose':'service','tone':'warm'}                         | act.tone
        'act':{'kind':'promise_check','amount':3}                                          | act.amount
        'act':{'kind':'price','loyalty_price':3}                                           | act.amount
        'act':{'kind':'price','amount':'3'}                                                | act.amount
        'act':{'kind':'price','amount':-3}                                                 | act.amount
        'act':{'kind':'price','amount':1e400}                                              | act.amount
        'act':{'kind':'price','amount':4.004,'loyalty_price':4}                            | act.amount
        'act':{'kind':'price','amount':4,'loyalty_price':3.999}                            | act.loyalty_price
        'act':{'kind':'price','amount':4,'currency':'EURO'}                                | act.currency
        'act':{'kind':'promise_check'},'facts':[]                                          | facts
        'act':{'kind':'promise_check'},'facts':{'openComplaintSince':null}                 | facts.openComplaintSince
        'act':{'kind':'promise_check'},'facts':{'parted':'no'}                             | facts.parted
        'act':{'kind':'promise_check'},'facts':{'open_complaint_since':'yesterday'}        | facts.open_complaint_since
        'act':{'kind':'promise_check'},'facts':{'in_mourning_until':'2026-03-01'}          | facts.in_mourning_until
        'act':{'kind':'promise_check'},'facts':{'promises':[{'ref':'p'}]}                  | facts.promises[0].due
        'act':{'kind':'promise_check'},'facts':{'promises':[{'due':'soon'}]}               | facts.promises[0].due
        'act':{'kind':'promise_check'},'now':'noon'                                        | now
        'act':{'kind':'promise_check'},'now':'2026-03-01T12:00:00Z','facts':{'now':'2026-03-01T12:00:01Z'} | facts.now
        'act':{'kind':'promise_check'},'candidates':[{'id':'act','name':'Rice'}]           | candidates
        """)
    void asksAboutAnActThatCannotBeRead(String request, String place) {
        RequestReading reading = read("{'id':'1'," + request + "}");

        assertThat(reading).isInstanceOf(RequestReading.Refused.class);
        RequestReading.Refused refused = (RequestReading.Refused) reading;
        assertThat(refused.place()).isEqualTo(place);
        assertThat(refused.candidates()).containsExactly("act");
        assertThat(refused.remedy()).isNotBlank();
        assertThat(AnswerJson.of(refused))
                .contains("\"id\":\"act\",\"verdict\":\"ASK\"")
                .doesNotContain("ALLOW");
    }

    @Test
    void whatFactsStateHoldsForCandidatesToo() {
        RequestReading reading = read("{'id':'1','stated':['no:phone'],'act':{'kind':'promise_check'},"
                + "'facts':{'stated':['nut_allergy']},'candidates':[{'id':'a','name':'Rice'}]}");

        assertThat(reading).isInstanceOf(RequestReading.Understood.class);
        RequestReading.Understood understood = (RequestReading.Understood) reading;
        assertThat(understood.request().stated().stream().map(it -> it.text()))
                .isEqualTo(List.of("no:phone", "nut_allergy"));
        assertThat(understood.isKnowing()).isTrue();
    }

    @Test
    void aRequestWithoutAnActHasNone() {
        RequestReading reading = read("{'id':'1','note':'by the door','candidates':[{'id':'a','name':'Rice'}]}");

        assertThat(reading).isInstanceOf(RequestReading.Understood.class);
        assertThat(((RequestReading.Understood) reading).act()).isNull();
    }

    @Test
    void everyWayOfLeavingFactsOutIsAsked() {
        String contact = "'kind':'contact','purpose':'marketing','channel':'email'";
        assertThat(judged(contact, FREE).verdict()).isEqualTo(Verdict.ALLOW);
        List<String> facts = List.of(FREE.split(","));
        for (String left : facts) {
            String others = String.join(
                    ",", facts.stream().filter(it -> !it.equals(left)).toList());
            assertThat(judged(contact, others).verdict()).as("without %s", left).isEqualTo(Verdict.ASK);
        }
        assertThat(ActGuard.judge(act("{'act':{%s}}".formatted(contact)), null, NOON)
                        .verdict())
                .isEqualTo(Verdict.ASK);
    }
}
