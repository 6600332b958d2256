package org.amends.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.amends.event.RowReading.Accepted;
import org.amends.event.RowReading.Rejected;
import org.amends.event.RowReading.UnknownType;
import org.amends.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EventRowReaderTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @EnumSource(EventType.class)
    void everyTypeIsReadByItsStableName(EventType type) {
        EventRow row = new EventRow(
                "1", "c", null, NOON, type.stableName(), "r", BigDecimal.ONE, "EUR", kindFor(type), 0.5, Map.of());
        assertThat(EventRowReader.read(row))
                .isInstanceOfSatisfying(
                        Accepted.class,
                        accepted -> assertThat(accepted.event().type()).isEqualTo(type));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, nullValues = "-", textBlock = """
            type               | kind          | amount | severity | attribute      | column     | reason
            failure            | late_delivery | -      | -0.1     | -              | severity   | severity is -0.1
            failure            | late_delivery | -      | 1.5      | -              | severity   | severity is 1.5
            failure            | Late Delivery | -      | 0.5      | -              | kind       | kind is "Late Delivery"
            failure            | -             | -      | 0.5      | -              | kind       | kind is empty
            failure            | late_delivery | -      | 0.5      | controllable=7 | controllable | controllable is "7"
            purchase           | -             | -1     | -        | -              | amount     | amount is -1
            complaint          | -             | -      | -        | hostility=4    | hostility  | hostility is 4
            complaint          | -             | -      | -        | motive=money   | motive     | motive is "money"
            membership_changed | platinum      | -      | -        | -              | kind       | kind is "platinum"
            feedback           | nps           | -      | -        | value=11       | value      | value is 11
            feedback           | smileys       | -      | -        | value=1        | kind       | the scale "smileys" is not known
            promise_made       | -             | -      | -        | due=tomorrow   | due        | due is "tomorrow"
            preference_stated  | vegan         | -      | -        | stated_by=me   | stated_by  | stated_by is "me"
            preference_stated  | vegan         | -      | -        | valid_until=1 May | valid_until | valid_until is "1 May"
            """)
    void aBadCellRejectsTheRowAndSaysWhy(
            String type,
            String kind,
            BigDecimal amount,
            Double severity,
            String attribute,
            String column,
            String reason) {
        Map<String, String> attributes = attribute == null
                ? Map.of()
                : Map.of(attribute.split("=", -1)[0], attribute.split("=", -1)[1]);
        EventRow row = new EventRow("1", "c", null, NOON, type, "r", amount, null, kind, severity, attributes);

        RowReading reading = EventRowReader.read(row);

        assertThat(reading).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.column()).isEqualTo(column);
            assertThat(rejected.reason()).isEqualTo(reason);
            assertThat(rejected.remedy()).endsWith(".");
        });
    }

    @Test
    void aPreferenceThatEndsBeforeItBeginsIsRejected() {
        EventRow row = new EventRow(
                "1",
                "c",
                null,
                NOON,
                "preference_stated",
                null,
                null,
                null,
                "vegan",
                null,
                Map.of("valid_from", "2026-03-02T00:00:00Z", "valid_until", "2026-03-01T00:00:00Z"));
        assertThat(EventRowReader.read(row))
                .isEqualTo(new Rejected(
                        "valid_until",
                        "valid_until is 2026-03-01T00:00:00Z",
                        "It comes after valid_from, 2026-03-02T00:00:00Z."));
    }

    @Test
    void aPreferenceOfWhichOnlyTheKindIsGivenWasStatedByTheCustomerWithoutEnd() {
        EventRow row =
                new EventRow("1", "c", null, NOON, "preference_stated", null, null, null, "vegan", null, Map.of());
        EventHeader header = new EventHeader(new EventId("1"), new CustomerId("c"), null, NOON);
        assertThat(EventRowReader.read(row)).isEqualTo(new Accepted(new Event.PreferenceStated(header, "vegan")));
    }

    @Test
    void anUnknownTypeNamesTheNearestKnownOne() {
        EventRow row = new EventRow("1", "c", null, NOON, "purchased", null, null, null, null, null, Map.of());
        assertThat(EventRowReader.read(row)).isEqualTo(new UnknownType("purchased", "purchase"));
    }

    @Test
    void aRowWithoutCustomerIsRejected() {
        EventRow row = new EventRow("1", " ", null, NOON, "purchase", null, null, null, null, null, Map.of());
        assertThat(EventRowReader.read(row))
                .isEqualTo(new Rejected("customer", "customer is empty", "Give every event of this type a customer."));
    }

    @Test
    void anAmountIsCountedInMinorUnitsOfItsCurrency() {
        EventRow row = new EventRow(
                "1", "c", null, NOON, "purchase", null, new BigDecimal("1250"), "JPY", null, null, Map.of());
        assertThat(EventRowReader.read(row))
                .isInstanceOfSatisfying(
                        Accepted.class,
                        accepted -> assertThat(((Event.Purchase) accepted.event()).amount())
                                .isEqualTo(new Money(java.util.Currency.getInstance("JPY"), 1250)));
    }

    @ParameterizedTest
    @CsvSource({"nps,10,1.0", "nps,0,0.0", "stars,3,0.5", "csat,5,1.0", "percent,25,0.25", "unit,0.3,0.3", "ces,4,0.5"})
    void ratingsAreBroughtToOneScale(String scale, String value, double score) {
        EventRow row =
                new EventRow("1", "c", null, NOON, "feedback", null, null, null, scale, null, Map.of("value", value));
        assertThat(EventRowReader.read(row))
                .isInstanceOfSatisfying(
                        Accepted.class,
                        accepted -> assertThat(((Event.Feedback) accepted.event()).score())
                                .isEqualTo(score));
    }

    private static String kindFor(EventType type) {
        return switch (type) {
            case MEMBERSHIP_CHANGED -> "gold";
            case FEEDBACK -> "percent";
            case REPLY_SENT -> "answer";
            default -> "late_delivery";
        };
    }
}
