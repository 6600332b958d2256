package org.amends.language.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.amends.language.text.Language;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The facts of the labelled messages are found; a floor that was reached is kept. */
class CorpusFactsTest {

    private static final Path CORPUS = Path.of("src/test/resources/corpus");

    /** Some labels of names have the title, most have not; it does not tell who is meant. */
    private static final Pattern TITLE =
            Pattern.compile("^(?:Mrs?|Ms|Miss|Dr|Prof(?:essor)?|Cllr|Councillor|Sister)\\.? ");

    /** What is compared, and the F1 over all messages below which the reading has become worse. */
    private enum Kind {
        DATES(0.98),
        AMOUNTS(0.96),
        REFERENCES(0.95),
        NAMES(0.91),
        TENURE(0.78);

        private final double floor;

        Kind(double floor) {
            this.floor = floor;
        }
    }

    private static final class Count {
        private int right;
        private int read;
        private int labelled;

        double f1() {
            return read + labelled == 0 ? 1 : 2.0 * right / (read + labelled);
        }
    }

    @Test
    void the_facts_of_the_labelled_messages_are_found() throws IOException {
        Map<Kind, Count> counts = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            counts.put(kind, new Count());
        }
        for (JsonNode message : messages()) {
            compare(message, counts);
        }
        for (Kind kind : Kind.values()) {
            assertThat(counts.get(kind).f1()).as("F1 of %s", kind).isGreaterThanOrEqualTo(kind.floor);
        }
    }

    private static List<JsonNode> messages() throws IOException {
        JsonMapper mapper = new JsonMapper();
        List<JsonNode> messages = new ArrayList<>();
        try (Stream<Path> files = Files.walk(CORPUS)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList()) {
                for (String line : Files.readAllLines(file)) {
                    if (!line.isBlank()) {
                        messages.add(mapper.readTree(line));
                    }
                }
            }
        }
        return messages;
    }

    private static void compare(JsonNode message, Map<Kind, Count> counts) {
        Facts facts = FactReader.read(
                message.get("text").asString(),
                Language.of(message.get("lang").asString()).orElseThrow(),
                LocalDate.parse(message.get("date").asString()));
        JsonNode labels = message.get("facts");
        List<String> days = strings(labels.get("dates"));
        count(
                counts.get(Kind.DATES),
                days,
                facts.dates().stream()
                        .map(date -> days.contains(date.text()) ? date.text() : date.isoOrText())
                        .toList());
        List<String> sums = new ArrayList<>();
        labels.get("amounts")
                .forEach(sum -> sums.add(
                        sum.get("value").decimalValue().stripTrailingZeros().toPlainString() + " "
                                + sum.get("currency").asString()));
        count(
                counts.get(Kind.AMOUNTS),
                sums,
                facts.amounts().stream()
                        .map(sum -> sum.value().stripTrailingZeros().toPlainString() + " " + sum.currency())
                        .toList());
        count(
                counts.get(Kind.REFERENCES),
                strings(labels.get("order_refs")),
                facts.references().stream().map(Reference::text).toList());
        count(
                counts.get(Kind.NAMES),
                strings(labels.get("names")).stream()
                        .map(name -> TITLE.matcher(name).replaceFirst(""))
                        .toList(),
                facts.names().stream().map(PersonName::text).toList());
        compareTenure(message, facts, counts.get(Kind.TENURE));
    }

    private static void compareTenure(JsonNode message, Facts facts, Count count) {
        JsonNode years = message.get("loyalty_years");
        Tenure tenure = facts.tenure();
        count(
                count,
                years == null || years.isNull()
                        ? List.of()
                        : List.of(years.decimalValue().stripTrailingZeros().toPlainString()),
                tenure == null
                        ? List.of()
                        : List.of(tenure.years().stripTrailingZeros().toPlainString()));
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(value -> strings.add(value.asString()));
        return strings;
    }

    private static void count(Count count, List<String> labelled, List<String> read) {
        List<String> left = new ArrayList<>(labelled);
        for (String fact : read) {
            count.right += left.remove(fact) ? 1 : 0;
        }
        count.read += read.size();
        count.labelled += labelled.size();
    }
}
