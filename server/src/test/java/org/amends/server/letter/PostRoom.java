package org.amends.server.letter;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.amends.complaint.Assessment;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CaseHeader;
import org.amends.complaint.ChosenElement;
import org.amends.complaint.LetterPurpose;
import org.amends.event.FailureKind;
import org.amends.event.Hostility;
import org.amends.event.Want;
import org.amends.language.letter.Register;
import org.amends.money.Money;
import org.amends.server.SharedServer;
import org.amends.server.complaint.Cases;
import org.amends.server.letter.delivery.MailOutSettings;
import org.amends.server.letter.delivery.MailServer;
import org.amends.server.message.KeptMessage;
import org.amends.server.message.Messages;
import org.amends.store.complaint.KeptCase;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Cases, letters and couriers of a test, on the shared server, with a clock of its own. */
final class PostRoom {

    static final String AGENT = "person:00000000-0000-0000-0000-00000000000a";
    static final String LEAD = "person:00000000-0000-0000-0000-00000000000b";
    static final String BRAND = "letters";

    private static final JsonMapper JSON = new JsonMapper();
    private static final String COMPANY = """
            {"name": "Maison Verte", "signer": {"name": "Julie Moreau", "gender": "female"},
             "contact": {"email": "care@maison-verte.example"}}""";

    private final Parts parts;
    final Letters letters;
    final Cases cases;
    final LetterOutbox outbox;
    final LetterLinks links;
    final JdbcClient sql;

    private Duration ahead = Duration.ZERO;
    final InstantSource clock = () -> Instant.now().plus(ahead);

    /** The parts of a running server. */
    interface Parts {
        <T> T part(Class<T> type);
    }

    /** On the server that all tests share. */
    PostRoom() {
        this(SharedServer.running()::part);
    }

    PostRoom(Parts parts) {
        this.parts = parts;
        this.letters = parts.part(Letters.class);
        this.cases = parts.part(Cases.class);
        this.outbox = parts.part(LetterOutbox.class);
        this.links = parts.part(LetterLinks.class);
        this.sql = parts.part(JdbcClient.class);
        company(60);
    }

    void company(int undoSeconds) {
        parts.part(LetterCompanies.class)
                .set(
                        new LetterCompany(
                                BRAND,
                                COMPANY,
                                "care@maison-verte.example",
                                "care@maison-verte.example",
                                ZoneId.of("Europe/Paris"),
                                Register.PLAIN,
                                false,
                                true,
                                14,
                                14,
                                undoSeconds,
                                null),
                        "system");
    }

    /** Lets time pass. */
    void pass(Duration time) {
        ahead = ahead.plus(time);
    }

    static String address() {
        return "ana-" + UUID.randomUUID() + "@customer.example";
    }

    /** A case that came by this channel, with a first mail of the customer. */
    KeptCase open(String address, String channel, Assessment said) {
        UUID message = UUID.randomUUID();
        CaseHeader header = new CaseHeader(Instant.now(), CaseHeader.MACHINE);
        KeptCase opened = cases.open(
                new Cases.NewCase(address, BRAND, channel, "en", "Charged twice", message.toString(), null),
                CaseHeader.CUSTOMER,
                List.of(new CaseEvent.Assessed(header, said)));
        boolean kept = parts.part(Messages.class)
                .keep(
                        new KeptMessage(
                                message,
                                opened.id(),
                                KeptMessage.Direction.IN,
                                "email",
                                Instant.now().minusSeconds(60),
                                BRAND,
                                address,
                                "en",
                                address,
                                "Ana García",
                                List.of("care@maison-verte.example"),
                                "Charged twice",
                                "You charged me twice.",
                                "You charged me twice.",
                                new KeptMessage.Headers(
                                        message + "@customer.example",
                                        null,
                                        List.of("first-" + message + "@customer.example")),
                                KeptMessage.Kind.CONTACT,
                                KeptMessage.Standing.CASE,
                                null,
                                null,
                                null,
                                null),
                        List.of(),
                        null);
        assert kept;
        return opened;
    }

    static Assessment charged(boolean danger) {
        return new Assessment(
                List.of(FailureKind.BILLING_ERROR),
                Want.ECONOMIC,
                0.5,
                Hostility.CALM,
                false,
                danger,
                false,
                false,
                false,
                false,
                null,
                List.of());
    }

    /** A case that a person has looked at. */
    KeptCase assessed() {
        KeptCase opened = open(address(), "phone", charged(false));
        return cases.append(
                opened.complaint().reference(),
                List.of(new CaseEvent.Assessed(new CaseHeader(Instant.now(), AGENT), charged(false))));
    }

    /** A message between stages that may leave, as a draft. */
    KeptLetter message(KeptCase kept) {
        KeptLetter draft =
                letters.draft(kept.complaint().reference(), LetterPurpose.MESSAGE, JSON.createObjectNode(), AGENT);
        String text = draft.content().text();
        int signature = text.lastIndexOf("\n\n");
        return letters.edit(
                draft.id(),
                new Letters.Edit(
                        null,
                        text.substring(0, signature)
                                + "\n\nWhich of the two payments do you see on your statement, please?"
                                + text.substring(signature),
                        null,
                        null,
                        null,
                        draft.version()),
                AGENT);
    }

    /** A case whose plan is chosen: a refund of 40 euro, owed, and an apology. */
    KeptCase chosen(@Nullable String approvalBecause) {
        KeptCase kept = assessed();
        Money amount = Money.of(Currency.getInstance("EUR"), new BigDecimal("40.00"));
        return cases.append(
                kept.complaint().reference(),
                List.of(new CaseEvent.PlanChosen(
                        new CaseHeader(Instant.now(), AGENT),
                        null,
                        List.of(new ChosenElement("refund", amount, true), new ChosenElement("apology", null, false)),
                        null,
                        approvalBecause)));
    }

    /** The answer to the complaint, as it is drafted. */
    KeptLetter answer(KeptCase kept) {
        return letters.draft(
                kept.complaint().reference(), LetterPurpose.FINAL_RESPONSE, JSON.createObjectNode(), AGENT);
    }

    /** A message that was sent off and may leave by now. */
    KeptLetter due() {
        KeptLetter queued = letters.queue(message(assessed()).id(), AGENT);
        pass(Duration.ofSeconds(61));
        return queued;
    }

    static MailOutSettings settings(int port, MailOutSettings.@Nullable Sent sent) {
        return new MailOutSettings(
                "127.0.0.1", port, MailOutSettings.Tls.NONE, null, null, null, null, Duration.ofSeconds(10), sent);
    }

    LetterCourier courier(int port) {
        return new LetterCourier(outbox, new MailServer(settings(port, null)), links, clock);
    }

    /** The lease of a letter, where a courier finds it due. */
    List<LetterOutbox.Leased> lease(LetterCourier courier, KeptLetter letter) {
        return courier.due(1000).stream()
                .filter(each -> each.id().equals(letter.id()))
                .toList();
    }

    /** Lets a courier look once. */
    void round(LetterCourier courier, KeptLetter letter) {
        lease(courier, letter).forEach(courier::take);
    }

    LetterStanding standing(KeptLetter letter) {
        return letters.find(letter.id()).orElseThrow().standing();
    }

    /** Lets couriers look until nothing changes any more. */
    LetterStanding end(KeptLetter letter, int port) {
        for (int i = 0; i < 8; i++) {
            LetterStanding standing = standing(letter);
            if (standing != LetterStanding.QUEUED && standing != LetterStanding.SENDING) {
                return standing;
            }
            pass(Duration.ofMinutes(11));
            round(courier(port), letter);
        }
        return standing(letter);
    }

    /** How often the log of the case says that it was sent. */
    long told(KeptLetter letter) {
        return cases.find(letter.reference()).orElseThrow().events().stream()
                .filter(event -> event instanceof CaseEvent.LetterSent sent
                        && sent.letter().equals(letter.id().toString()))
                .count();
    }
}
