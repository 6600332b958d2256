package org.amends.slip;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.SplittableRandom;
import org.amends.event.CustomerId;
import org.amends.event.Event;
import org.amends.event.EventHeader;
import org.amends.event.EventId;
import org.amends.event.Hostility;
import org.amends.event.Want;
import org.amends.money.Money;
import org.amends.policy.Policy;
import org.amends.preference.Channel;
import org.amends.preference.StatedPreference;
import org.amends.relationship.RelationshipFold;
import org.amends.relationship.Standing;
import org.amends.slip.IntendedAct.Purpose;
import org.amends.slip.IntendedAct.ToCharge;
import org.amends.slip.IntendedAct.ToContact;
import org.amends.slip.IntendedAct.ToWait;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlipGuardTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', nullValues = "-", textBlock = """
        stated             | channel | language | name           | form     | purpose   | verdict | rule
        -                  | phone   | en       | Ada            | informal | MARKETING | ALLOW   | -
        vegan              | phone   | en       | Ada            | informal | MARKETING | ALLOW   | -
        brand:Barilla only | phone   | -        | -              | -        | SERVICE   | ALLOW   | -
        channel:email only | email   | -        | -              | -        | SERVICE   | ALLOW   | -
        channel:email only | E-Mail  | -        | -              | -        | SERVICE   | ALLOW   | -
        channel:email only | phone   | -        | -              | -        | SERVICE   | BLOCK   | contact_channel
        channel:email only | phone   | -        | -              | -        | REQUIRED  | ASK     | contact_channel
        channel:email only | -       | -        | -              | -        | SERVICE   | ASK     | contact_channel
        no:phone           | call    | -        | -              | -        | SERVICE   | BLOCK   | contact_channel
        no:phone           | sms     | -        | -              | -        | SERVICE   | ALLOW   | -
        no:phone           | -       | -        | -              | -        | SERVICE   | ASK     | contact_channel
        no:marketing       | email   | -        | -              | -        | MARKETING | BLOCK   | marketing_refused
        no:marketing       | email   | -        | -              | -        | SERVICE   | ALLOW   | -
        in mourning        | post    | -        | -              | -        | MARKETING | BLOCK   | marketing_mourning
        in mourning        | post    | -        | -              | -        | SERVICE   | ALLOW   | -
        language:fr        | post    | fr-CA    | -              | -        | SERVICE   | ALLOW   | -
        language:fr        | post    | en       | -              | -        | SERVICE   | BLOCK   | contact_language
        language:fr        | post    | -        | -              | -        | SERVICE   | ASK     | contact_language
        name:Dr Ada Byron  | post    | -        | DR. ADA BYRON  | -        | SERVICE   | ALLOW   | -
        name:Dr Ada Byron  | post    | -        | -              | -        | SERVICE   | ALLOW   | -
        name:Dr Ada Byron  | post    | -        | Ada            | -        | SERVICE   | ASK     | contact_name
        name:Dr Ada Byron  | post    | -        | Mrs King       | -        | SERVICE   | BLOCK   | contact_name
        name:Renée         | post    | -        | Renee          | -        | SERVICE   | BLOCK   | contact_name
        form of address:Sie| post    | -        | -              | du       | SERVICE   | BLOCK   | contact_form_of_address
        form of address:Sie| post    | -        | -              | sie      | SERVICE   | ALLOW   | -
        form of address:Sie| post    | -        | -              | -        | SERVICE   | ASK     | contact_form_of_address
        not after eight    | phone   | -        | -              | -        | SERVICE   | ASK     | contact_unclear_wish
        """)
    void keepsWhatTheCustomerSaidOfContact(
            @Nullable String stated,
            @Nullable String channel,
            @Nullable String language,
            @Nullable String name,
            @Nullable String form,
            Purpose purpose,
            Verdict verdict,
            @Nullable String rule) {
        ToContact contact =
                new ToContact(channel == null ? null : Channel.named(channel), language, name, form, purpose);

        SlipAnswer answer = judged(stated == null ? SlipFacts.NONE : stating(stated), contact);

        assertThat(answer.verdict()).isEqualTo(verdict);
        assertThat(answer.reasons().stream().map(it -> it.rule().stableName()))
                .isEqualTo(rule == null ? List.of() : List.of(rule));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, nullValues = "-", textBlock = """
        standing, complaintDaysAgo, purpose,   verdict
        ACTIVE,   -,                MARKETING, ALLOW
        LEFT,     -,                MARKETING, ALLOW
        ACTIVE,   3,                MARKETING, BLOCK
        ACTIVE,   365,              MARKETING, BLOCK
        ACTIVE,   366,              MARKETING, ASK
        ACTIVE,   3,                SERVICE,   ALLOW
        ACTIVE,   -1,               MARKETING, ALLOW
        PARTED,   -,                MARKETING, BLOCK
        PARTED,   -,                SERVICE,   ASK
        PARTED,   -,                REQUIRED,  ALLOW
        ERASED,   -,                REQUIRED,  BLOCK
        """)
    void advertisesToNobodyWhoWaitsOrWasPartedFrom(
            Standing standing, @Nullable Integer complaintDaysAgo, Purpose purpose, Verdict verdict) {
        Instant complaint = complaintDaysAgo == null ? null : NOON.minus(Duration.ofDays(complaintDaysAgo));
        SlipFacts facts = new SlipFacts(standing, complaint, List.of(), List.of(), List.of());

        assertThat(judged(facts, byEmail(purpose)).verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, nullValues = "-", textBlock = """
        dueInHours, verdict, rule
        -,          ALLOW,   -
        25,         ALLOW,   -
        24,         ASK,     promise_due_soon
        0,          ASK,     promise_due_soon
        -1,         BLOCK,   promise_overdue
        """)
    void warnsBeforeAPromiseFallsDue(@Nullable Integer dueInHours, Verdict verdict, @Nullable String rule) {
        Instant due = dueInHours == null ? null : NOON.plus(Duration.ofHours(dueInHours));
        OpenPromise promise = new OpenPromise("p1", null, NOON.minus(Duration.ofDays(9)), due);
        SlipFacts facts = new SlipFacts(Standing.ACTIVE, null, List.of(), List.of(promise), List.of());

        SlipAnswer answer = judged(facts, new ToWait());

        assertThat(answer.verdict()).isEqualTo(verdict);
        assertThat(answer.reasons().stream().map(it -> it.rule().stableName()))
                .isEqualTo(rule == null ? List.of() : List.of(rule));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, nullValues = "-", textBlock = """
        product, price, currency, untilDays, verdict
        tea,     4.00,  EUR,      -,         ALLOW
        tea,     3.99,  EUR,      -,         ALLOW
        tea,     4.01,  EUR,      -,         BLOCK
        tea,     4.01,  EUR,      1,         BLOCK
        tea,     4.01,  EUR,      0,         ALLOW
        tea,     3.00,  USD,      -,         ASK
        coffee,  9.00,  EUR,      -,         ALLOW
        """)
    void keepsThePricePromisedForLoyalty(
            String product, BigDecimal price, String currency, @Nullable Integer untilDays, Verdict verdict) {
        Instant until = untilDays == null ? null : NOON.plus(Duration.ofDays(untilDays));
        LoyaltyPrice promised = new LoyaltyPrice("tea", euro("4.00"), until);
        SlipFacts facts = new SlipFacts(Standing.ACTIVE, null, List.of(), List.of(), List.of(promised));

        assertThat(judged(facts, new ToCharge(product, Money.of(Currency.getInstance(currency), price)))
                        .verdict())
                .isEqualTo(verdict);
    }

    @Test
    void saysWhatWasSaidAndWhatGoesAgainstIt() {
        SlipFacts facts = new SlipFacts(
                Standing.ACTIVE,
                Instant.parse("2026-02-26T09:00:00Z"),
                List.of(StatedPreference.read("nothing in caps"), StatedPreference.read("no:email")),
                List.of(),
                List.of());

        SlipAnswer answer = judged(facts, byEmail(Purpose.MARKETING));

        assertThat(answer.reasons())
                .containsExactly(
                        new SlipReason(
                                Verdict.BLOCK,
                                SlipRule.CONTACT_CHANNEL,
                                "The customer wants contact not by email; this goes by email."),
                        new SlipReason(
                                Verdict.BLOCK, SlipRule.MARKETING_OPEN_COMPLAINT, "A complaint of 2026-02-26 is open."),
                        new SlipReason(
                                Verdict.ASK,
                                SlipRule.CONTACT_UNCLEAR_WISH,
                                "The customer said “nothing in caps”, which is not understood."));
    }

    @Test
    void readsTheFactsFromTheHistory() {
        List<Event> history = List.of(
                new Event.Complaint(header("1", 40), "o1", null, null, null, Want.BOTH, Hostility.CALM),
                new Event.Complaint(header("2", 30), "o2", null, null, null, Want.BOTH, Hostility.CALM),
                new Event.IssueResolved(header("3", 20), "o1"),
                new Event.PreferenceStated(header("4", 10), "language:fr"),
                new Event.PreferenceStated(header("5", 10), "halal"),
                new Event.PreferenceWithdrawn(header("6", 9), "halal"),
                new Event.PromiseMade(header("7", 8), "p1", "o2", NOON),
                new Event.PromiseMade(header("8", 7), "p2", "o2", NOON),
                new Event.PromiseMade(header("9", 7), "p3", "o2", NOON),
                new Event.PromiseKept(header("10", 6), "p1"),
                new Event.PromiseBroken(header("11", 6), "p2", null));

        SlipFacts facts = SlipFacts.of(RelationshipFold.replay(history, Policy.standard()), history, List.of(), NOON);

        assertThat(facts)
                .isEqualTo(new SlipFacts(
                        Standing.ACTIVE,
                        daysAgo(30),
                        List.of(StatedPreference.read("language:fr")),
                        List.of(new OpenPromise("p3", "o2", daysAgo(7), NOON)),
                        List.of()));
    }

    @Test
    void knowingMoreNeverAllowsMore() {
        List<String> wishes = List.of(
                "channel:email only",
                "no:phone",
                "no:marketing",
                "in_mourning",
                "language:fr",
                "name:Ada",
                "odd words",
                "form_of_address:du",
                "vegan");
        SplittableRandom random = new SplittableRandom(20261122);
        for (int i = 0; i < 5_000; i++) {
            List<StatedPreference> stated = new ArrayList<>();
            for (String wish : wishes) {
                if (random.nextInt(4) == 0) {
                    stated.add(StatedPreference.read(wish));
                }
            }
            ToContact contact = new ToContact(
                    oneOf(random, Arrays.asList(Channel.EMAIL, Channel.PHONE, null)),
                    oneOf(random, Arrays.asList("fr", "en", null)),
                    oneOf(random, Arrays.asList("Ada", "Eve", null)),
                    oneOf(random, Arrays.asList("du", "Sie", null)),
                    oneOf(random, List.of(Purpose.values())));
            SlipFacts fewer = facts(stated);
            stated.add(StatedPreference.read(wishes.get(random.nextInt(wishes.size()))));

            SlipAnswer less = judged(fewer, contact);
            SlipAnswer more = judged(facts(stated), contact);

            assertThat(more.verdict()).as("case %d", i).isGreaterThanOrEqualTo(less.verdict());
            assertThat(more.reasons()).as("case %d", i).containsAll(less.reasons());
            assertThat(more.verdict() == Verdict.ALLOW).isEqualTo(more.reasons().isEmpty());
        }
    }

    private static <T> T oneOf(SplittableRandom random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static SlipFacts stating(String stated) {
        return facts(List.of(StatedPreference.read(stated)));
    }

    private static SlipFacts facts(List<StatedPreference> stated) {
        return new SlipFacts(Standing.ACTIVE, null, stated, List.of(), List.of());
    }

    private static ToContact byEmail(Purpose purpose) {
        return new ToContact(Channel.EMAIL, null, null, null, purpose);
    }

    private static SlipAnswer judged(SlipFacts facts, IntendedAct act) {
        return SlipGuard.USUAL.judge(facts, act, NOON);
    }

    private static Money euro(String amount) {
        return Money.of(Currency.getInstance("EUR"), new BigDecimal(amount));
    }

    private static Instant daysAgo(int days) {
        return NOON.minus(Duration.ofDays(days));
    }

    private static EventHeader header(String id, int daysAgo) {
        return new EventHeader(new EventId(id), new CustomerId("c1"), null, daysAgo(daysAgo));
    }
}
