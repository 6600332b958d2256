package org.amends.format.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.amends.event.Event;
import org.amends.event.EventRow;
import org.amends.event.EventType;
import org.amends.event.RowReading;
import org.amends.format.Repository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EventJsonTest {

    private static final EventJsonWriter WRITER = new EventJsonWriter("/shops/lyon");

    @ParameterizedTest
    @EnumSource(EventType.class)
    void everyTypeIsWrittenAsItsGoldenFile(EventType type) throws IOException {
        Repository.assertMadeByCode(golden(type), WRITER.write(EventExamples.of(type)) + "\n");
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void everyGoldenFileIsReadAsTheEvent(EventType type) throws IOException {
        assertThat(EventJsonReader.read(Files.readString(golden(type))))
                .isEqualTo(new RowReading.Accepted(EventExamples.of(type)));
    }

    @Test
    void dataWinsOverTheEnvelope() {
        assertThat(row("""
                {"specversion": "1.0", "id": "outer", "source": "/x", "type": "org.amends.visit", "subject": "outer",
                 "time": "2020-01-01T00:00:00Z", "data": {"event_id": "inner", "customer": 42, "type": "purchase",
                 "time": "2026-03-01 14:00:00+02:00", "amount": "12.50", "severity": "0.5", "colour": "red", "n": 1.50,
                 "attributes": {"stable": true, "note": null, "list": [1, 2]}}}
                """))
                .isEqualTo(new EventRow(
                        "inner",
                        "42",
                        null,
                        Instant.parse("2026-03-01T12:00:00Z"),
                        "purchase",
                        null,
                        new BigDecimal("12.50"),
                        null,
                        null,
                        0.5,
                        Map.of("colour", "red", "n", "1.50", "stable", "true", "list", "[1,2]")));
    }

    @Test
    void theEnvelopeAloneAndTheColumnsAloneAreEnough() {
        Event.Parted parted = (Event.Parted) EventExamples.of(EventType.PARTED);
        String envelope = "{\"specversion\":\"1.0\",\"id\":\"e-1\",\"source\":\"/x\",\"type\":\"parted\","
                + "\"subject\":\"c-7\",\"time\":\"2026-03-01T12:00:00Z\"}";
        String columns =
                "{\"event_id\":\"e-1\",\"customer\":\"c-7\",\"brand\":\"north\",\"type\":\"org.amends.parted\","
                        + "\"time\":\"2026-03-01T12:00:00Z\"}";

        assertThat(((RowReading.Accepted) EventJsonReader.read(envelope))
                        .event()
                        .type())
                .isEqualTo(EventType.PARTED);
        assertThat(EventJsonReader.read(columns)).isEqualTo(new RowReading.Accepted(parted));
    }

    @Test
    void attributesMayComeAsText() {
        assertThat(row("{\"attributes\": \"{\\\"stable\\\": true}\"}").attributes())
                .isEqualTo(Map.of("stable", "true"));
    }

    @Test
    void anUnknownTypeIsNamedWithTheNearest() {
        assertThat(EventJsonReader.read("{\"type\": \"org.amends.purchas\"}"))
                .isEqualTo(new RowReading.UnknownType("purchas", "purchase"));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            {"time": "yesterday"}           | time: time is "yesterday" / Write a time with its zone, for example 2026-03-01T12:00:00Z.
            {"time": "2026-03-01T12:00:00"} | time: time is "2026-03-01T12:00:00" / Write a time with its zone, for example 2026-03-01T12:00:00Z.
            {"amount": "12,50"}             | amount: amount is "12,50" / Write a number with a point, for example 12.50.
            {"amount": true}                | amount: amount is "true" / Write a number with a point, for example 12.50.
            {"severity": "high"}            | severity: severity is "high" / Write a number with a point, for example 12.50.
            {"customer": ["c"]}             | customer: customer is a list / Write a text.
            {"attributes": [1]}             | attributes: attributes is a list / Write a JSON object, for example {"stable": true}.
            {"attributes": "x"}             | attributes: attributes is "x" / Write a JSON object, for example {"stable": true}.
            {"specversion": "0.3"}          | specversion: specversion is "0.3" / CloudEvents of version "1.0" are read.
            {"specversion": "1.0", "data": "x"} | data: data is "x" / Write the event columns as an object.
            {"specversion": "1.0", "data_base64": "e30="} | data_base64: data is in base64 / Write data as a JSON object.
            []                              | event: the event is a list / Maybe write one object for each event.
            """)
    void whatCannotBeARowIsRejectedWithItsColumn(String json, String message) {
        RowReading.Rejected why = (RowReading.Rejected) EventJsonReader.read(json);

        assertThat("%s: %s / %s".formatted(why.column(), why.reason(), why.remedy()))
                .isEqualTo(message);
    }

    @Test
    void whatIsNoJsonIsRejectedWithItsPlace() {
        assertThat(EventJsonReader.read("{\"type\": }"))
                .isInstanceOfSatisfying(
                        RowReading.Rejected.class,
                        why -> assertThat(why.column()).startsWith("column "));
        assertThat(EventJsonReader.read("{\"event_id\":\"1\",\"customer\":\"c\",\"type\":\"purchase\","
                        + "\"time\":\"2026-03-01T12:00:00Z\",\"amount\":1e999999999}"))
                .isEqualTo(new RowReading.Rejected(
                        "amount", "amount is 1E+999999999", "Maybe the unit is wrong: it is too large to count."));
    }

    private static EventRow row(String json) {
        return ((EventJsonReader.Reading.Row) EventJsonReader.row(json)).row();
    }

    private static Path golden(EventType type) {
        return Repository.file("formats/src/test/resources/golden/events/%s.json".formatted(type.stableName()));
    }
}
