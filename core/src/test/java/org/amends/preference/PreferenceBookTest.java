package org.amends.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.amends.event.CustomerId;
import org.amends.event.Event;
import org.amends.event.EventHeader;
import org.amends.event.EventId;
import org.amends.event.PreferenceSource;
import org.amends.preference.StatedPreference.OfNeed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PreferenceBookTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void whatWasStatedHoldsUntilItIsTakenBack() {
        PreferenceBook book =
                PreferenceBook.of(List.of(stated(1, "vegan"), stated(2, "nut allergy"), withdrawn(5, "Vegan")));

        assertThat(held(book, 0)).isEmpty();
        assertThat(held(book, 1)).containsExactly("vegan");
        assertThat(held(book, 4)).containsExactly("vegan", "nut_allergy");
        assertThat(held(book, 5)).containsExactly("nut_allergy");
        assertThat(book.needs(day(4))).containsExactly(Need.VEGAN, Need.NUT_ALLERGY);
    }

    @Test
    void saysFromWhomAndWhenAndWhatEndedIt() {
        PreferenceBook book = PreferenceBook.of(List.of(
                stated(1, "language:fr", PreferenceSource.IMPORT, null, null),
                stated(3, "language:en", PreferenceSource.AGENT, 10, null),
                withdrawn(20, "language:en")));

        assertThat(book.history(StatedPreference.read("language:de")))
                .satisfiesExactly(
                        french -> {
                            assertThat(french.source()).isEqualTo(PreferenceSource.IMPORT);
                            assertThat(french.statedAt()).isEqualTo(day(1));
                            assertThat(french.ending())
                                    .isEqualTo(new Preference.Ending(
                                            day(10),
                                            new EventId("s3language:en"),
                                            StatedPreference.read("language:en")));
                        },
                        english -> {
                            assertThat(english.validFrom()).isEqualTo(day(10));
                            assertThat(english.ending())
                                    .isEqualTo(new Preference.Ending(day(20), new EventId("w20language:en"), null));
                        });
        assertThat(held(book, 9)).containsExactly("language:fr");
        assertThat(held(book, 10)).containsExactly("language:en");
        assertThat(held(book, 20)).isEmpty();
    }

    @Test
    void aStatementThatIsWithdrawnBeforeItBeginsChangesNothing() {
        PreferenceBook book = PreferenceBook.of(List.of(
                stated(1, "language:fr"),
                stated(3, "language:en", PreferenceSource.CUSTOMER, 10, null),
                withdrawn(5, "language:en")));

        assertThat(held(book, 30)).containsExactly("language:fr");
    }

    @Test
    void aCorrectionReplacesHowLongItIsValid() {
        PreferenceBook book = PreferenceBook.of(List.of(
                stated(1, "gluten_free", PreferenceSource.CUSTOMER, null, 100),
                stated(2, "gluten free", PreferenceSource.CUSTOMER, null, 50)));

        assertThat(held(book, 49)).containsExactly("gluten_free");
        assertThat(held(book, 50)).isEmpty();
        assertThat(book.history()).hasSize(2);
    }

    @Test
    void holdsOnlyWhileItIsValid() {
        PreferenceBook book = PreferenceBook.of(List.of(stated(1, "no_alcohol", PreferenceSource.CUSTOMER, 10, 20)));

        assertThat(held(book, 9)).isEmpty();
        assertThat(held(book, 10)).containsExactly("no_alcohol");
        assertThat(held(book, 19)).containsExactly("no_alcohol");
        assertThat(held(book, 20)).isEmpty();
    }

    @Test
    void wordsThatNobodyUnderstandsAreKept() {
        PreferenceBook book = PreferenceBook.of(List.of(stated(1, "nothing with blue in it")));

        assertThat(book.holding(day(2)))
                .extracting(Preference::value)
                .containsExactly(new StatedPreference.Unrecognised("nothing with blue in it"));
        assertThat(held(PreferenceBook.of(List.of(stated(1, "Oat"), withdrawn(2, "oat"))), 3))
                .isEmpty();
    }

    @Test
    void whatPurchasesSuggestIsNoStatement() {
        PreferenceBook book = PreferenceBook.of(List.of(
                stated(1, "vegan", PreferenceSource.PURCHASES, null, 30),
                stated(2, "halal", PreferenceSource.PURCHASES, null, null),
                withdrawn(5, "halal")));

        assertThat(book.holding(day(3))).isEmpty();
        assertThat(book.needs(day(3))).isEmpty();
        assertThat(book.history()).isEmpty();
        assertThat(book.hints(day(3))).extracting(it -> it.value().text()).containsExactly("vegan", "halal");
        assertThat(book.hints(day(5))).extracting(it -> it.value().text()).containsExactly("vegan");
        assertThat(book.hints(day(30))).isEmpty();
    }

    @Test
    void remembersWhatTheCustomerTookBack() {
        StatedPreference vegan = new OfNeed(Need.VEGAN);
        PreferenceBook book = PreferenceBook.of(List.of(stated(1, "vegan"), withdrawn(5, "vegan"), stated(9, "vegan")));

        assertThat(book.takenBack(vegan, day(4))).isNull();
        assertThat(book.takenBack(vegan, day(6))).isEqualTo(day(5));
        assertThat(book.takenBack(vegan, day(9))).isNull();
        assertThat(book.takenBack(new OfNeed(Need.HALAL), day(9))).isNull();
    }

    @Test
    void erasureForgetsAll() {
        PreferenceBook book = PreferenceBook.of(List.of(
                stated(1, "vegan"), withdrawn(2, "halal"), new Event.Erased(header("x", 3)), stated(4, "kosher")));

        assertThat(book.history()).extracting(it -> it.value().text()).containsExactly("kosher");
        assertThat(book.takenBack(new OfNeed(Need.HALAL), day(9))).isNull();
    }

    @Test
    void isOfOneCustomer() {
        Event other = new Event.PreferenceStated(
                new EventHeader(new EventId("o"), new CustomerId("c2"), null, day(2)), "vegan");

        assertThatThrownBy(() -> PreferenceBook.of(List.of(stated(1, "vegan"), other)))
                .hasMessage("A book is of one customer, but there are events of c1 and of c2.");
    }

    @Test
    void theOrderOfArrivalAndRepetitionsDoNotMatter() {
        List<String> values = List.of("vegan", "halal", "language:fr", "language:en", "channel:sms only", "oddity");
        Random random = new Random(20261122);
        for (int i = 0; i < 300; i++) {
            List<Event> events = new ArrayList<>();
            for (int day = 1; day <= 12; day++) {
                String value = values.get(random.nextInt(values.size()));
                events.add(
                        random.nextInt(3) == 0
                                ? withdrawn(day, value)
                                : stated(
                                        day,
                                        value,
                                        PreferenceSource.values()[random.nextInt(4)],
                                        random.nextBoolean() ? null : day + random.nextInt(-3, 4),
                                        random.nextBoolean() ? null : day + random.nextInt(4, 8)));
            }
            PreferenceBook inOrder = PreferenceBook.of(events);
            List<Event> shuffled = new ArrayList<>(events);
            shuffled.addAll(events.subList(0, 5));
            Collections.shuffle(shuffled, random);

            PreferenceBook anyOrder = PreferenceBook.of(shuffled);

            assertThat(anyOrder.history()).isEqualTo(inOrder.history());
            for (int day = 0; day <= 20; day++) {
                assertThat(anyOrder.hints(day(day))).isEqualTo(inOrder.hints(day(day)));
                assertThat(inOrder.holding(day(day)))
                        .as("case %d, day %d: at most one statement about a subject holds", i, day)
                        .extracting(it -> it.value().subject())
                        .doesNotHaveDuplicates();
            }
        }
    }

    private static List<String> held(PreferenceBook book, int day) {
        return book.holding(day(day)).stream().map(it -> it.value().text()).toList();
    }

    private static Instant day(int day) {
        return START.plusSeconds(86_400L * day);
    }

    private static EventHeader header(String id, int day) {
        return new EventHeader(new EventId(id), new CustomerId("c1"), null, day(day));
    }

    private static Event stated(int day, String preference) {
        return stated(day, preference, PreferenceSource.CUSTOMER, null, null);
    }

    private static Event stated(
            int day,
            String preference,
            PreferenceSource source,
            @Nullable Integer fromDay,
            @Nullable Integer untilDay) {
        return new Event.PreferenceStated(
                header("s" + day + preference, day),
                preference,
                source,
                fromDay == null ? null : day(fromDay),
                untilDay == null ? null : day(untilDay));
    }

    private static Event withdrawn(int day, String preference) {
        return new Event.PreferenceWithdrawn(header("w" + day + preference, day), preference);
    }
}
