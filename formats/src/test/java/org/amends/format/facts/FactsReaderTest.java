package org.amends.format.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.amends.event.FailureKind;
import org.amends.event.Hostility;
import org.amends.event.Tier;
import org.amends.event.Want;
import org.amends.failure.FeltRecovery;
import org.amends.policy.Confidence;
import org.amends.policy.FailureProfile;
import org.amends.policy.FailureType;
import org.amends.policy.Policy;
import org.amends.relationship.FailureFact;
import org.amends.relationship.RelationshipFacts;
import org.amends.relationship.Substitutes;
import org.amends.relationship.SwitchingCost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactsReaderTest {

    private static final FactsReader READER = new FactsReader(Policy.standard());

    @Test
    void nothingSaidIsTheNeutralRelationship() {
        assertThat(facts("{}")).isEqualTo(RelationshipFacts.neutral());
    }

    @Test
    void everyFactIsRead() {
        assertThat(facts("""
                {"tenure_years": 5.5, "orders_per_year": 24, "annual_value": 900, "membership_tier": "gold",
                 "self_relevance": 0.7, "trust": 0.8, "recent_positive_moments": 4,
                 "failures": [{"kind": "late_delivery", "severity": 0.3, "days_ago": 12, "resolved": true,
                               "recovery": "good", "controllable": false}, {"kind": "safety"}],
                 "open_small_issues": 2, "oldest_open_issue_days": 20, "complained": true,
                 "past_complaints_successful": 1, "motive": "both", "hostility": 2, "days_to_response": 3,
                 "response_deadline_promised_days": 2, "substitutes": "many", "switching_cost": "high",
                 "competitor_signal": true, "company_attention_last_days": 200, "loss_amount": 35.5, "offer_ratio": 1.1,
                 "already_left": true, "vulnerable": true, "higher_value_case_waiting": true}
                """))
                .isEqualTo(new RelationshipFacts(
                        5.5,
                        24,
                        900,
                        Tier.GOLD,
                        0.7,
                        0.8,
                        4,
                        List.of(
                                new FailureFact(FailureKind.LATE_DELIVERY, 0.3, 12, true, FeltRecovery.GOOD, false),
                                new FailureFact(FailureKind.SAFETY, null, 0, false, FeltRecovery.NONE, null)),
                        2,
                        20,
                        true,
                        1,
                        Want.BOTH,
                        Hostility.CONTEMPTUOUS,
                        3.0,
                        2.0,
                        Substitutes.MANY,
                        SwitchingCost.HIGH,
                        true,
                        200,
                        35.5,
                        1.1,
                        true,
                        true,
                        true));
    }

    @Test
    void nullIsAbsent() {
        String nulls = Map.of(
                        "trust", "null", "failures", "null", "offer_ratio", "null", "motive", "null", "id", "null")
                .entrySet()
                .stream()
                .map(entry -> "\"%s\": %s".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));

        assertThat(facts(nulls)).isEqualTo(RelationshipFacts.neutral());
        assertThat(facts("{\"failures\": [{\"kind\": \"safety\", \"severity\": null, \"recovery\": null}]}")
                        .failures())
                .containsExactly(new FailureFact(FailureKind.SAFETY, null, 0, false, FeltRecovery.NONE, null));
    }

    @Test
    void wholeNumbersMayHaveAPointAndNamesAnyCase() {
        RelationshipFacts facts = facts(
                "{\"open_small_issues\": 3.0, \"hostility\": 3.0, \"membership_tier\": \"Gold\", \"motive\": \"ESTEEM\","
                        + " \"past_complaints_successful\": 2e0}");

        assertThat(facts.openSmallIssues()).isEqualTo(3);
        assertThat(facts.hostility()).isEqualTo(Hostility.RAGING);
        assertThat(facts.tier()).isEqualTo(Tier.GOLD);
        assertThat(facts.motive()).isEqualTo(Want.ESTEEM);
        assertThat(facts.pastComplaintsSuccessful()).isEqualTo(2);
        assertThat(facts("{\"hostility\": \"irritated\"}").hostility()).isEqualTo(Hostility.IRRITATED);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            `{"id": "c-7"}`,         `"c-7"`
            `{"id": 7}`,             7
            `{"id": 7.50}`,          7.50
            `{"id": "a\\"b"}`,       `"a\\"b"`
            `{"id": 12345678901234567890123}`, 12345678901234567890123
            `{}`,
            """)
    void theCallersIdComesBackAsItWasWritten(String json, String id) {
        assertThat(READER.read(json).id()).isEqualTo(id);
    }

    @Test
    void theIdComesBackWithARefusalToo() {
        assertThat(READER.read("{\"trust\": 2, \"id\": \"c-7\"}").id()).isEqualTo("\"c-7\"");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            {"trus": 0.5}                        | trus: the field "trus" is not known / Maybe trust.
            {"Trust": 0.5}                       | Trust: the field "Trust" is not known / Maybe trust.
            {"promised_response_days": 1}        | promised_response_days: the field "promised_response_days" is not known / Maybe days_to_response.
            {"trust": 1.5}                       | trust: trust is 1.5 / Maybe a number from 0 to 1.
            {"trust": -0.1}                      | trust: trust is -0.1 / Maybe a number from 0 to 1.
            {"trust": "0.5"}                     | trust: trust is "0.5" / Maybe take the quotes off.
            {"trust": "high"}                    | trust: trust is "high" / Maybe a number from 0 to 1.
            {"trust": true}                      | trust: trust is true / Maybe a number from 0 to 1.
            {"trust": [1]}                       | trust: trust is a list / Maybe a number from 0 to 1.
            {"annual_value": 1e400}              | annual_value: annual_value is 1E+400 / Maybe a number from 0 to 1000000000000.
            {"tenure_years": -1}                 | tenure_years: tenure_years is -1 / Maybe a number from 0 to 100.
            {"open_small_issues": 1.5}           | open_small_issues: open_small_issues is 1.5 / Maybe a whole number from 0 to 1000000.
            {"hostility": 4}                     | hostility: hostility is 4 / Maybe a number from 0 to 3.
            {"hostility": 1.5}                   | hostility: hostility is 1.5 / Maybe a whole number from 0 to 3.
            {"hostility": "angry"}               | hostility: hostility is "angry" / Maybe one of calm, irritated, contemptuous, raging.
            {"complained": 1}                    | complained: complained is 1 / Maybe true or false, without quotes.
            {"complained": "true"}               | complained: complained is "true" / Maybe true or false, without quotes.
            {"membership_tier": "platinum"}      | membership_tier: membership_tier is "platinum" / Maybe one of none, silver, gold.
            {"substitutes": 2}                   | substitutes: substitutes is 2 / Maybe one of none, few, many.
            {"id": true}                         | id: id is true / Maybe a text or a number.
            {"failures": {}}                     | failures: failures is an object / Maybe a list of objects, for example [{"kind": "late_delivery"}].
            {"failures": ["safety"]}             | failures[0]: failures[0] is "safety" / Maybe an object, for example {"kind": "late_delivery"}.
            {"failures": [{"kind": "safety"}, {"kind": "late"}]} | failures[1].kind: kind is "late" / Maybe safety; a policy can add kinds under failures.
            {"failures": [{"kind": "late_delivry"}]} | failures[0].kind: kind is "late_delivry" / Maybe late_delivery; a policy can add kinds under failures.
            {"failures": [{"kind": "safety", "sevrity": 1}]} | failures[0].sevrity: the field "sevrity" is not known / Maybe severity.
            {"failures": [{"kind": "safety", "severity": 2}]} | failures[0].severity: severity is 2 / Maybe a number from 0 to 1.
            {"failures": [{"kind": "safety", "days_ago": -3}]} | failures[0].days_ago: days_ago is -3 / Maybe a number from 0 to 36525.
            {"failures": [{"kind": "safety", "recovery": "great"}]} | failures[0].recovery: recovery is "great" / Maybe one of none, poor, good, excellent.
            [1]                                  | column 1: the line is a list / Maybe write one object a line, for example {"tenure_years": 3}.
            null                                 | column 1: the line is null / Maybe write one object a line, for example {"tenure_years": 3}.
            """)
    void whatIsWrongIsNamedWithItsPlaceAndARemedy(String json, String message) {
        assertThat(refusal(json)).isEqualTo(message);
    }

    @Test
    void aFailureNeedsAKind() {
        assertThat(refusal("{\"failures\": [{\"severity\": 0.5}]}"))
                .startsWith("failures[0].kind: kind is missing / Maybe one of billing_error, broken_promise, ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"trust\": }", "{\"trust\": 0.5", "{trust: 0.5}", "{\"trust\": NaN}", "{} {}", "{'a': 1}"})
    void whatIsNoJsonIsRefusedWithItsColumn(String json) {
        assertThat(refusal(json))
                .matches("column \\d+: this is no JSON: .* / Maybe a quote, comma or bracket is amiss, .*")
                .as("no words for programmers")
                .doesNotContain("Source", "Feature");
    }

    @Test
    void aNameThatComesTwiceIsNoJson() {
        assertThat(refusal("{\"trust\": 0.5, \"trust\": 0.6}")).contains("Duplicate Object property \"trust\"");
    }

    @Test
    void whatIsTooDeepOrTooLongIsRefused() {
        String failures = IntStream.range(0, 1001)
                .mapToObj(i -> "{\"kind\":\"safety\"}")
                .collect(Collectors.joining(",", "{\"failures\":[", "]}"));

        assertThat(refusal("{\"failures\":" + "[".repeat(100_000))).startsWith("column ");
        assertThat(refusal("{\"trust\": " + "9".repeat(100_000) + "}")).startsWith("column ");
        assertThat(refusal("{\"trust\": 1e999999999}"))
                .isEqualTo("trust: trust is 1E+999999999 / Maybe a number from 0 to 1.");
        assertThat(refusal(failures))
                .isEqualTo("failures: failures has 1001 elements / "
                        + "At most 1000 are read. Maybe use ./amends score, which reads events.");
    }

    @Test
    void kindsOfThePolicyAreKnown() {
        FailureKind cold = new FailureKind("cold_food");
        Policy policy = new Policy(
                "a",
                Map.of(),
                List.of(new FailureProfile(
                        cold,
                        FailureType.PRODUCT,
                        0.3,
                        true,
                        false,
                        0,
                        0.2,
                        List.of(),
                        "own cases",
                        Confidence.CHOSEN)),
                List.of());

        assertThat(new FactsReader(policy).read("{\"failures\": [{\"kind\": \"cold_food\"}]}"))
                .isInstanceOf(FactsReading.Read.class);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            tenure_years, 100
            orders_per_year, 100000
            annual_value, 1000000000000
            recent_positive_moments, 1000000
            oldest_open_issue_days, 36525
            days_to_response, 36525
            response_deadline_promised_days, 36525
            company_attention_last_days, 36525
            loss_amount, 1000000000000
            offer_ratio, 1000
            """)
    void theBoundsAreThoseOfTheFactsThemselves(String field, long most) {
        assertThat(READER.read("{\"%s\": %d}".formatted(field, most))).isInstanceOf(FactsReading.Read.class);
        assertThat(refusal("{\"%s\": %d}".formatted(field, most + 1)))
                .isEqualTo("%s: %s is %d / Maybe a number from 0 to %d.".formatted(field, field, most + 1, most));
    }

    @Test
    void theFactsThemselvesRefuseLongerAges() {
        assertThatThrownBy(() -> new FailureFact(FailureKind.SAFETY, null, 36_526, false, FeltRecovery.NONE, null))
                .hasMessage("days_ago must be between 0.0 and 36525.0 but was 36526.0.");
    }

    private static RelationshipFacts facts(String json) {
        FactsReading reading = READER.read(json);
        assertThat(reading).as(reading.toString()).isInstanceOf(FactsReading.Read.class);
        return ((FactsReading.Read) reading).facts();
    }

    private static String refusal(String json) {
        FactsReading reading = READER.read(json);
        assertThat(reading).as(reading.toString()).isInstanceOf(FactsReading.Refused.class);
        FactsReading.Refused refused = (FactsReading.Refused) reading;
        return "%s: %s / %s".formatted(refused.place(), refused.reason(), refused.remedy());
    }
}
