package org.amends.language.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.amends.language.text.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each line of the tables beside this class is one case: a language, a text, and the facts that it states. */
class FactReaderTest {

    private static final LocalDate SENT = LocalDate.of(2026, 5, 14);

    record Case(Language language, String text, String expected) {
        Facts facts() {
            return FactReader.read(text, language, SENT);
        }

        List<String> expectedFacts() {
            return Arrays.stream(expected.split(";", -1))
                    .map(String::strip)
                    .filter(fact -> !fact.isEmpty())
                    .toList();
        }
    }

    static Stream<Case> dates() throws IOException {
        return cases("dates-cases.txt");
    }

    static Stream<Case> amounts() throws IOException {
        return cases("amounts-cases.txt");
    }

    static Stream<Case> references() throws IOException {
        return cases("references-cases.txt");
    }

    static Stream<Case> names() throws IOException {
        return cases("names-cases.txt");
    }

    static Stream<Case> tenure() throws IOException {
        return cases("tenure-cases.txt");
    }

    static Stream<Case> relative() throws IOException {
        return cases("relative-cases.txt");
    }

    private static Stream<Case> cases(String table) throws IOException {
        try (InputStream in = FactReaderTest.class.getResourceAsStream(table)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(FactReaderTest::parsed)
                    .toList()
                    .stream();
        }
    }

    private static Case parsed(String line) {
        String[] cells = line.split("\\|", -1);
        return new Case(
                Language.of(cells[0].strip()).orElseThrow(), cells[1].strip().replace("\\n", "\n"), cells[2].strip());
    }

    @ParameterizedTest
    @MethodSource("dates")
    void days_are_read_with_their_year_when_it_is_written(Case example) {
        assertThat(example.facts().dates())
                .extracting(date -> date.isoOrText() + " = " + date.text())
                .containsExactlyElementsOf(example.expectedFacts());
    }

    @ParameterizedTest
    @MethodSource("relative")
    void days_told_from_the_message_are_counted_from_its_day(Case example) {
        assertThat(example.facts().relativeDates())
                .allMatch(DateFact::relative)
                .extracting(date -> date.isoOrText() + " = " + date.text())
                .containsExactlyElementsOf(example.expectedFacts());
    }

    @ParameterizedTest
    @MethodSource("amounts")
    void each_sum_is_read_once_with_its_currency(Case example) {
        assertThat(example.facts().amounts())
                .extracting(sum -> sum.value().toPlainString() + " " + sum.currency() + " = " + sum.text())
                .containsExactlyElementsOf(example.expectedFacts());
    }

    @ParameterizedTest
    @MethodSource("references")
    void references_are_told_from_other_numbers(Case example) {
        assertThat(example.facts().references())
                .extracting(Reference::text)
                .containsExactlyElementsOf(example.expectedFacts());
    }

    @ParameterizedTest
    @MethodSource("names")
    void each_person_is_named_once_in_the_fullest_form(Case example) {
        assertThat(example.facts().names())
                .extracting(PersonName::text)
                .containsExactlyElementsOf(example.expectedFacts());
    }

    @ParameterizedTest
    @MethodSource("tenure")
    void tenure_is_what_the_writer_says_of_being_a_customer(Case example) {
        Tenure tenure = example.facts().tenure();
        assertThat(tenure == null ? "-" : tenure.years().toPlainString()).isEqualTo(example.expected());
    }

    @ParameterizedTest
    @MethodSource("amounts")
    void facts_say_where_they_stand(Case example) {
        assertThat(example.facts().amounts())
                .allSatisfy(sum -> assertThat(sum.span().of(example.text())).isEqualTo(sum.text()));
    }
}
