package org.amends.server.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CaseHeader;
import org.amends.complaint.ChosenElement;
import org.amends.complaint.LetterPurpose;
import org.amends.language.letter.Register;
import org.amends.server.SharedServer;
import org.amends.server.complaint.Cases;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.JsonNodeFactory;

/** What the rules of a case require its letters to say. */
@ExtendWith(SharedServer.Use.class)
class LetterRegimesTest {

    private static final String BODY = "Financial Ombudsman Service";

    private final SharedServer server = SharedServer.running();
    private final PostRoom room = new PostRoom();
    private final String brand = "regimes-" + UUID.randomUUID();

    LetterRegimesTest() {
        company(null);
    }

    private void company(@Nullable String regime) {
        server.part(LetterCompanies.class)
                .set(
                        new LetterCompany(
                                brand,
                                """
                                {"name": "Maison Verte", "signer": {"name": "Julie Moreau", "gender": "female"},
                                 "contact": {"email": "care@maison-verte.example"}}""",
                                "care@maison-verte.example",
                                null,
                                ZoneId.of("Europe/London"),
                                Register.PLAIN,
                                false,
                                false,
                                14,
                                14,
                                0,
                                regime),
                        "system");
    }

    /** A case under the rules of a country and a line of business, with a plan. */
    private String under(String country, String sector, String language) {
        CaseHeader now = room.cases.now(PostRoom.AGENT);
        return room.cases
                .open(
                        new Cases.NewCase(PostRoom.address(), brand, "phone", language, "Charged twice", null, null),
                        PostRoom.AGENT,
                        List.of(
                                new CaseEvent.FieldSet(now, "country", country),
                                new CaseEvent.FieldSet(now, "sector", sector),
                                new CaseEvent.Assessed(now, PostRoom.charged(false)),
                                new CaseEvent.PlanChosen(
                                        now, null, List.of(new ChosenElement("apology", null, false)), null, null)))
                .complaint()
                .reference();
    }

    private KeptLetter drafted(String reference, LetterPurpose purpose) {
        return room.letters.draft(reference, purpose, JsonNodeFactory.instance.objectNode(), PostRoom.AGENT);
    }

    @ParameterizedTest
    @CsvSource({"en, 6 months", "fr, 6 mois", "es, 6 meses", "ru, 6 месяцев"})
    void theFinalResponseNamesTheOutsideBodyAndHowLongTheCustomerHas(String language, String limit) {
        KeptLetter letter = drafted(under("GB", "finance", language), LetterPurpose.FINAL_RESPONSE);

        assertThat(letter.content().text().replaceAll("[\\s\\p{Z}]+", " "))
                .contains(BODY, "www.financial-ombudsman.org.uk", limit);
        assertThat(letter.findings()).noneMatch(LetterFinding::forbids);
    }

    @Test
    void theClocksFindInItWhatTheRulesRequire() {
        String reference = under("GB", "finance", "en");
        KeptLetter letter = drafted(reference, LetterPurpose.FINAL_RESPONSE);
        CaseHeader now = room.cases.now(PostRoom.AGENT);
        String id = letter.id().toString();
        var ignored = room.cases.append(
                reference,
                List.of(
                        new CaseEvent.LetterQueued(now, id, LetterPurpose.FINAL_RESPONSE),
                        new CaseEvent.LetterSent(now, id, LetterPurpose.FINAL_RESPONSE)));

        assertThat(room.sql
                        .sql("select array_to_string(contents, ' ') from letter_content where letter = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .contains("REFERRAL", "REFERRAL_ADDRESS", "REFERRAL_LIMIT");
    }

    @Test
    void aTextWithoutTheBodyIsNotSent() {
        KeptLetter letter = drafted(under("GB", "finance", "en"), LetterPurpose.FINAL_RESPONSE);
        String without = letter.content().text().replaceAll("(?m)^.*" + BODY + ".*$", "");

        assertThat(room.letters.lint(letter, without)).anyMatch(LetterFinding::forbids);
    }

    @Test
    void whoMustNameABodyThatNobodyNamedIsTold() {
        String reference = under("FR", "finance", "fr");
        assertThatThrownBy(() -> drafted(reference, LetterPurpose.FINAL_RESPONSE))
                .isInstanceOf(Problem.class)
                .satisfies(refused -> assertThat(((Problem) refused).detail().getProperties())
                        .containsEntry("place", "regime.referral"));

        company("""
                {"name": "Médiation bancaire", "referral": {"name": "Médiatrice de la banque", "web": "https://mediation.example"}}""");

        assertThat(drafted(reference, LetterPurpose.FINAL_RESPONSE).content().text())
                .contains("Médiatrice de la banque", "mediation.example");
    }

    @Test
    void whereNoRulesAskForItNothingIsSaid() {
        KeptLetter letter = drafted(under("", "", "en"), LetterPurpose.FINAL_RESPONSE);

        assertThat(letter.content().text()).doesNotContain("Ombudsman");
    }
}
