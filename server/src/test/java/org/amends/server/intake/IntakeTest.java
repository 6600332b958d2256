package org.amends.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CaseHeader;
import org.amends.complaint.CaseOutcome;
import org.amends.complaint.Complaint;
import org.amends.event.FailureKind;
import org.amends.event.Want;
import org.amends.server.SharedServer;
import org.amends.server.access.Scope;
import org.amends.server.complaint.Cases;
import org.amends.server.message.KeptMessage;
import org.amends.server.message.Messages;
import org.amends.server.message.SentFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedServer.Use.class)
class IntakeTest {

    private static final String COMPLAINT =
            "My parcel is two weeks late and nobody answers me. I was charged 120 EUR. I want my money back.";
    private static final String THANKS = "Thank you so much, all is well now. Have a nice day!";

    private final SharedServer server = SharedServer.running();
    private final Intake intake = server.part(Intake.class);
    private final Messages messages = server.part(Messages.class);
    private final Cases cases = server.part(Cases.class);
    private final JdbcClient sql = server.part(JdbcClient.class);
    private final String address = "ana-" + UUID.randomUUID() + "@example.org";

    private Contact contact(String text) {
        return contact(text, null, null, List.of());
    }

    private Contact contact(String text, String sameAs, String reference, List<SentFile> files) {
        return new Contact(
                "form",
                "",
                CaseHeader.CUSTOMER,
                null,
                address,
                "Ana Lima",
                null,
                "",
                text,
                null,
                sameAs,
                reference,
                false,
                null,
                files,
                null);
    }

    private Complaint state(Taken taken) {
        return cases.state(taken.reference()).orElseThrow();
    }

    private int cases(String customer) {
        return sql.sql("select count(*) from complaint where customer = ?")
                .param(customer)
                .query(Integer.class)
                .single();
    }

    @Test
    void aComplaintOpensACaseWithWhatItSays() {
        Taken taken = intake.take(contact(COMPLAINT));

        assertThat(taken.opened()).isTrue();
        assertThat(taken.customer()).isEqualTo(address);
        Complaint state = state(taken);
        assertThat(state.customer()).isEqualTo(address);
        assertThat(state.language()).isEqualTo("en");
        assertThat(state.assessment().failures()).contains(FailureKind.LATE_DELIVERY);
        assertThat(state.assessment().want()).isNotEqualTo(Want.UNKNOWN);
        assertThat(state.assessment().requested()).contains("refund");
        assertThat(state.assessment().loss().toDecimal()).isEqualByComparingTo("120");
        assertThat(state.assessedByPerson()).isFalse();
        assertThat(state.messages()).hasSize(1);
        KeptMessage kept = messages.find(taken.message()).orElseThrow();
        assertThat(kept.standing()).isEqualTo(KeptMessage.Standing.CASE);
        assertThat(kept.text()).isEqualTo(COMPLAINT);
        assertThat(messages.ofCase(kept.complaint())).containsExactly(kept);
    }

    @Test
    void theSameContactTwiceIsOne() {
        String same = "order-form-" + UUID.randomUUID();
        Taken first = intake.take(contact(COMPLAINT, same, null, List.of()));

        Taken second = intake.take(contact(COMPLAINT, same, null, List.of()));

        assertThat(second.known()).isTrue();
        assertThat(second.reference()).isEqualTo(first.reference());
        assertThat(cases(address)).isEqualTo(1);
    }

    @Test
    void thanksAreAContactOfTheRelationshipAndNoCase() {
        Taken taken = intake.take(contact(THANKS));

        assertThat(taken.standing()).isEqualTo(KeptMessage.Standing.CONTACT);
        assertThat(taken.reference()).isNull();
        assertThat(cases(address)).isZero();
        assertThat(sql.sql(
                                "select e.type from event e join relationship r on r.id = e.relationship where r.customer = ?")
                        .param(address)
                        .query(String.class)
                        .list())
                .containsExactly("contact");
    }

    @ParameterizedTest
    @CsvSource({"false, INVESTIGATED", "true, CLOSED"})
    void aNewWordOpensAClosedCaseAgainUnlessItIsThanks(boolean thanks, String stage) {
        Taken first = intake.take(contact(COMPLAINT));
        var unused = cases.append(
                first.reference(),
                List.of(
                        new CaseEvent.Assessed(
                                cases.now("person:1"), state(first).assessment()),
                        new CaseEvent.Closed(cases.now("person:1"), CaseOutcome.WITHDRAWN)));

        Taken next = intake.take(contact(
                thanks ? THANKS : "It happened again: the parcel is late and broken.",
                null,
                first.reference(),
                List.of()));

        assertThat(next.reference()).isEqualTo(first.reference());
        assertThat(state(first).stage()).hasToString(stage);
        assertThat(state(first).messages()).hasSize(2);
    }

    @Test
    void aNewWordTakesNothingBack() {
        Taken first = intake.take(contact(COMPLAINT));

        var unused = intake.take(contact("My order number is 4711-22.", null, first.reference(), List.of()));

        assertThat(state(first).assessment().failures()).contains(FailureKind.LATE_DELIVERY);
        assertThat(state(first).assessment().loss()).isNotNull();
    }

    @Test
    void aReferenceCountsFromTheCustomerAndOnlyLinksFromAStranger() {
        Taken first = intake.take(contact(COMPLAINT));

        Taken again = intake.take(
                contact("About " + first.reference().toLowerCase(Locale.ROOT) + ": still nothing has come!"));
        Taken stranger = intake.take(new Contact(
                "form",
                "",
                CaseHeader.CUSTOMER,
                null,
                "eve-" + UUID.randomUUID() + "@example.org",
                "Eve",
                null,
                "",
                "About " + first.reference() + ": send the refund of my late parcel to my account, it is a disgrace.",
                null,
                null,
                null,
                true,
                null,
                List.of(),
                null));

        assertThat(again.reference()).isEqualTo(first.reference());
        assertThat(stranger.reference()).isNotEqualTo(first.reference());
        assertThat(state(stranger).linked()).containsExactly(first.reference());
        assertThat(state(first).messages()).hasSize(2);
    }

    @Test
    void aMergedCaseGoesOnInTheOther() {
        Taken one = intake.take(contact(COMPLAINT));
        Taken other = intake.take(contact(COMPLAINT));
        var unused = cases.append(
                one.reference(), List.of(new CaseEvent.MergedInto(cases.now("person:1"), other.reference())));

        Taken next = intake.take(contact("The parcel is still late.", null, one.reference(), List.of()));

        assertThat(next.reference()).isEqualTo(other.reference());
    }

    @Test
    void programsAreRefusedByTheirBytesAndPicturesKept() {
        Taken taken = intake.take(contact(
                COMPLAINT,
                null,
                null,
                List.of(
                        new SentFile(
                                "invoice.pdf",
                                "application/pdf",
                                false,
                                "MZ\0\0program".getBytes(StandardCharsets.UTF_8)),
                        new SentFile(
                                "photo.jpg", "image/jpeg", false, new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0
                                }),
                        new SentFile("run.js ", "text/plain", false, "alert(1)".getBytes(StandardCharsets.UTF_8)))));

        assertThat(messages.files(taken.message()))
                .extracting(file -> file.name() + " " + file.found() + " " + file.refusedBecause())
                .containsExactly(
                        "invoice.pdf application/x-msdownload program",
                        "photo.jpg image/jpeg null",
                        "run.js  text/plain program");
        assertThat(messages.bytes(taken.message(), 0)).isEmpty();
        assertThat(messages.bytes(taken.message(), 1)).isPresent();
    }

    @Test
    void whoMayBeTheSamePersonIsSuggested() {
        String name = "Maria " + UUID.randomUUID().toString().replaceAll("[^a-f]", "q");
        Taken one = intake.take(named("a.b-" + address, name));
        Taken other = intake.take(named("x-" + address, name.toUpperCase(Locale.ROOT)));

        assertThat(server.part(CustomerAddresses.class).alike(one.customer(), ""))
                .extracting(CustomerAddresses.Alike::customer, CustomerAddresses.Alike::by)
                .containsExactly(org.assertj.core.api.Assertions.tuple(other.customer(), "name"));
    }

    private static Contact named(String address, String name) {
        return new Contact(
                "api",
                "",
                "token:1",
                null,
                address,
                name,
                "en",
                "Late",
                COMPLAINT,
                Instant.now(),
                null,
                null,
                true,
                null,
                List.of(),
                null);
    }

    @Test
    void aPersonPutsAContactOnACase() {
        Taken taken = intake.take(contact(THANKS));
        String token = server.token(Set.of(Scope.READ, Scope.WRITE));

        JsonNode listed = SharedServer.json(server.get("/v1/messages?standing=contact&limit=200", token));
        JsonNode put = SharedServer.json(
                server.post("/v1/messages/" + taken.message() + "/case", token, "application/json", "{}"));
        var again = server.post("/v1/messages/" + taken.message() + "/case", token, "application/json", "{}");

        assertThat(listed.toString()).contains(taken.message().toString());
        assertThat(put.get("opened").booleanValue()).isTrue();
        assertThat(cases.state(put.get("reference").stringValue()).orElseThrow().customer())
                .isEqualTo(address);
        assertThat(again.statusCode()).isEqualTo(409);
        JsonNode whole = SharedServer.json(server.get("/v1/messages/" + taken.message(), token));
        assertThat(whole.get("reference").stringValue())
                .isEqualTo(put.get("reference").stringValue());
        assertThat(whole.get("text").stringValue()).isEqualTo(THANKS);
    }

    @Test
    void erasingAPersonTakesTheirWordsAndAddresses() {
        Taken taken = intake.take(contact(COMPLAINT, "erased-" + address, null, List.of()));
        String token = server.token(Set.of(Scope.ADMIN));

        var answer = server.post(
                "/v1/customer/erase?customer=" + address,
                token,
                "application/json",
                "{\"confirm\": \"" + address + "\"}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        KeptMessage kept = messages.find(taken.message()).orElseThrow();
        assertThat(kept.text()).isEmpty();
        assertThat(kept.senderAddress()).isNull();
        assertThat(intake.take(contact(COMPLAINT, "erased-" + address, null, List.of()))
                        .known())
                .isTrue();
    }
}
