package org.amends.guard.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.amends.guard.Standard;
import org.amends.guard.substitution.SubstitutionRequest;
import org.amends.preference.Need;
import org.amends.preference.StatedPreference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestReaderTest {

    private static final String FULL = """
            {"id": "r1", "locale": "fr-FR", "customer": "c9",
             "history": [{"product": "Tofu", "category": "Frais", "times": 12}, {"product": "Lentilles"}],
             "stated": ["vegetarian", "brand:Barilla only"],
             "ordered": {"name": "Pâtes", "category": "Épicerie", "ingredients": ["blé", "eau"], "price": 1.25},
             "candidates": [{"id": "a", "name": "Penne", "ingredients": null, "labels": ["vegan"], "price": 2}]}
            """.replace("\n", " ");

    @Test
    void everyFieldIsRead() {
        RequestReading.Understood read = understood(FULL);
        SubstitutionRequest request = read.request();

        assertThat(read.customer()).isEqualTo("c9");
        assertThat(read.isKnowing()).isTrue();
        assertThat(request.id()).isEqualTo("r1");
        assertThat(request.locale()).isEqualTo("fr-FR");
        assertThat(request.history()).extracting("times").containsExactly(12, 1);
        assertThat(request.stated())
                .containsExactly(
                        new StatedPreference.OfNeed(Need.VEGETARIAN), new StatedPreference.BrandOnly("Barilla"));
        assertThat(request.ordered()).extracting("ingredients").isEqualTo("blé, eau");
        assertThat(request.candidates()).singleElement().satisfies(candidate -> {
            assertThat(candidate.product().ingredients()).isNull();
            assertThat(candidate.product().labels()).containsExactly("vegan");
            assertThat(candidate.product().price()).isEqualByComparingTo(BigDecimal.TWO);
        });
    }

    @Test
    void nearlyEverythingMayBeLeftOut() {
        RequestReading.Understood read = understood("{}");

        assertThat(read.isKnowing()).isFalse();
        assertThat(read.customer()).isNull();
        assertThat(read.request().candidates()).isEmpty();
    }

    @Test
    void numbersMayBeIds() {
        SubstitutionRequest request = understood("{\"id\": 7, \"candidates\": [{\"id\": 42, \"name\": \"Milk\"}]}")
                .request();

        assertThat(request.id()).isEqualTo("7");
        assertThat(request.candidates().getFirst().id()).isEqualTo("42");
    }

    @Test
    void oneNeedMayStandWithoutBrackets() {
        assertThat(understood("{\"stated\": \"vegan\"}").request().stated())
                .containsExactly(new StatedPreference.OfNeed(Need.VEGAN));
    }

    @Test
    void aFieldThatNobodyKnowsIsPassedOver() {
        assertThat(understood("{\"basket_number\": 3, \"x\": [1]}").request().id())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"state": ["vegan"]}                                              | state
            {"staetd": ["vegan"]}                                             | staetd
            {"Stated": ["vegan"]}                                             | Stated
            {"candidate": []}                                                 | candidate
            {"candidates": [{"id": "a", "name": "x", "ingredient": "milk"}]}  | candidates[0].ingredient
            {"history": [{"prodct": "Tofu", "product": "Tofu"}]}              | history[0].prodct
            """)
    void aSlipOfThePenIsRefusedForItCouldHideANeed(String json, String place) {
        assertThat(refused(json).place()).isEqualTo(place);
        assertThat(refused(json).remedy()).startsWith("Maybe ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"stated": [7]}                                                | stated[0]
            {"stated": [""]}                                               | stated[0]
            {"stated": [null]}                                             | stated[0]
            {"stated": {"need": "vegan"}}                                  | stated
            {"stated": true}                                               | stated
            {"history": {}}                                                | history
            {"history": ["Tofu"]}                                          | history[0]
            {"history": [{"times": 2}]}                                    | history[0].product
            {"history": [{"product": "a", "times": 0}]}                    | history[0].times
            {"history": [{"product": "a", "times": -1}]}                   | history[0].times
            {"history": [{"product": "a", "times": 1.5}]}                  | history[0].times
            {"history": [{"product": "a", "times": 99999999999}]}          | history[0].times
            {"history": [{"product": "a", "times": "3"}]}                  | history[0].times
            {"candidates": "a"}                                            | candidates
            {"candidates": [7]}                                            | candidates[0]
            {"candidates": [{"name": "a"}]}                                | candidates[0].id
            {"candidates": [{"id": true, "name": "a"}]}                    | candidates[0].id
            {"candidates": [{"id": "a"}]}                                  | candidates[0].name
            {"candidates": [{"id": "a", "name": " "}]}                     | candidates[0].name
            {"candidates": [{"id": "a", "name": 3}]}                       | candidates[0].name
            {"candidates": [{"id": "a", "name": "b", "ingredients": 3}]}   | candidates[0].ingredients
            {"candidates": [{"id": "a", "name": "b", "ingredients": [3]}]} | candidates[0].ingredients
            {"candidates": [{"id": "a", "name": "b", "labels": "vegan"}]}  | candidates[0].labels
            {"candidates": [{"id": "a", "name": "b", "labels": [1]}]}      | candidates[0].labels
            {"candidates": [{"id": "a", "name": "b", "price": "1"}]}       | candidates[0].price
            {"candidates": [{"id": "a", "name": "b", "price": -1}]}        | candidates[0].price
            {"ordered": "milk"}                                            | ordered
            {"ordered": {"price": 1}}                                      | ordered.name
            {"locale": 7}                                                  | locale
            []                                                             | column 1
            7                                                              | column 1
            null                                                           | column 1
            """)
    void whatCannotBeUsedIsRefusedWithItsPlace(String json, String place) {
        RequestReading.Refused refused = refused(json);

        assertThat(refused.place()).isEqualTo(place);
        assertThat(refused.reason()).isNotBlank();
        assertThat(refused.remedy()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"id\": \"a\"",
                "nope",
                "{'id': 1}",
                "{\"id\": 1,}",
                "{} {}",
                "\u0000",
                "{\"a\":NaN}"
            })
    void brokenJsonIsRefusedWithItsColumn(String json) {
        assertThat(refused(json).place()).startsWith("column ");
    }

    @Test
    void aRefusalStillNamesTheCandidatesThatCouldBeRead() {
        RequestReading.Refused refused =
                refused("{\"id\": \"r\", \"stated\": 7, \"candidates\": [{\"id\": \"a\"}, {\"id\": 2}, {}, 5]}");

        assertThat(refused.id()).isEqualTo("r");
        assertThat(refused.candidates()).containsExactly("a", "2");
        assertThat(AnswerJson.of(refused))
                .startsWith(
                        "{\"id\":\"r\",\"verdicts\":[{\"id\":\"a\",\"verdict\":\"ASK\",\"reasons\":[{\"rule\":\"bad_input\"")
                .contains("\"id\":\"2\",\"verdict\":\"ASK\"")
                .contains("\"best\":null,\"error\":{\"place\":\"stated\"")
                .doesNotContain("ALLOW");
    }

    @Test
    void listsBeyondAllMeasureAreRefused() {
        String candidates = IntStream.rangeClosed(0, RequestReader.MOST_CANDIDATES)
                .mapToObj(i -> "{\"id\":%d,\"name\":\"a\"}".formatted(i))
                .collect(Collectors.joining(","));

        assertThat(refused("{\"candidates\":[" + candidates + "]}").place()).isEqualTo("candidates");
        assertThat(refused("{\"stated\":[" + "\"vegan\",".repeat(RequestReader.MOST_NEEDS) + "\"vegan\"]}")
                        .place())
                .isEqualTo("stated");
        assertThat(refused("{\"history\":["
                                + "{\"product\":\"a\"},".repeat(RequestReader.MOST_PURCHASES)
                                + "{\"product\":\"a\"}]}")
                        .place())
                .isEqualTo("history");
    }

    @Test
    void textsBeyondAllMeasureAreRefused() {
        String name = "a".repeat(RequestReader.LONGEST_TEXT + 1);

        assertThat(refused("{\"candidates\":[{\"id\":1,\"name\":\"" + name + "\"}]}")
                        .reason())
                .contains("more than 20000 characters");
    }

    @Test
    void anAnswerIsOneLineOfJson() {
        String answer = AnswerJson.of(
                Standard.GUARD.answer(understood("""
                {"id": "r", "stated": ["vegan"], "candidates": [{"id": "a", "name": "Oat drink", "ingredients": "Water, honey"},
                {"id": "b", "name": "Oat drink", "ingredients": "Water, peas"}]}""".replace("\n", " ")).request()));

        assertThat(answer)
                .isEqualTo("{\"id\":\"r\",\"verdicts\":[{\"id\":\"a\",\"verdict\":\"BLOCK\",\"reasons\":[{\"rule\":"
                        + "\"vegan:ingredient\",\"evidence\":\"“honey” is not vegan.\"}],\"confidence\":0.99,"
                        + "\"why_not_best\":\"It must not be sent.\"},{\"id\":\"b\",\"verdict\":\"ALLOW\",\"reasons\":[],"
                        + "\"confidence\":0.97}],\"best\":\"b\"}");
    }

    @Test
    void wordsOfTheCustomerAreWrittenAsJsonHoweverStrange() {
        String answer = AnswerJson.of(Standard.GUARD.answer(understood(
                        "{\"id\":\"\\\"\\n\",\"stated\":[\"a\\\"b\\\\\"],\"candidates\":[{\"id\":\"\\u0001\",\"name\":\"a\"}]}")
                .request()));

        assertThat(answer).doesNotContain("\n").contains("\\\"\\n", "a\\\"b\\\\");
    }

    @Test
    void theSafeAnswerAsksAboutEveryCandidate() {
        assertThat(AnswerJson.asked(null, List.of("a", "b"), "deadline", "There was no time."))
                .isEqualTo(
                        "{\"id\":null,\"verdicts\":["
                                + "{\"id\":\"a\",\"verdict\":\"ASK\",\"reasons\":[{\"rule\":\"deadline\",\"evidence\":\"There was no time.\"}],"
                                + "\"confidence\":1.0,\"why_not_best\":\"The customer has to be asked first.\"},"
                                + "{\"id\":\"b\",\"verdict\":\"ASK\",\"reasons\":[{\"rule\":\"deadline\",\"evidence\":\"There was no time.\"}],"
                                + "\"confidence\":1.0,\"why_not_best\":\"The customer has to be asked first.\"}],\"best\":null}");
    }

    private static RequestReading.Understood understood(String json) {
        return (RequestReading.Understood) RequestReader.read(json);
    }

    private static RequestReading.Refused refused(String json) {
        return (RequestReading.Refused) RequestReader.read(json);
    }
}
