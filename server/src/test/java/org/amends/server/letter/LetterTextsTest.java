package org.amends.server.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CaseHeader;
import org.amends.complaint.LetterPurpose;
import org.amends.server.SharedServer;
import org.amends.server.problem.Problem;
import org.amends.store.complaint.KeptCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a letter may say before it is sent off. */
@ExtendWith(SharedServer.Use.class)
class LetterTextsTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final PostRoom room = new PostRoom();

    private static JsonNode facts(String json) {
        return JSON.readTree(json);
    }

    @Test
    void aLetterThatPromisesMoreThanThePlanIsNotSentOff() {
        KeptLetter draft = room.answer(room.chosen(null));
        KeptLetter edited = room.letters.edit(
                draft.id(),
                new Letters.Edit(null, draft.content().text().replace("€40", "€90"), null, null, null, null),
                PostRoom.AGENT);

        assertThat(edited.sendable()).isFalse();
        assertThat(edited.findings()).extracting(LetterFinding::rule).contains("unknown_amount");
        assertThatThrownBy(() -> room.letters.queue(draft.id(), PostRoom.AGENT))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("The letter must not leave");
        assertThat(room.standing(draft)).isEqualTo(LetterStanding.DRAFT);
    }

    @Test
    void aLetterThatNobodyApprovedIsNotSentOff() {
        KeptCase kept = room.chosen("above the limit");
        KeptLetter draft = room.answer(kept);

        assertThatThrownBy(() -> room.letters.queue(draft.id(), PostRoom.AGENT))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("waits for a second person");
        KeptCase unused = room.cases.append(
                kept.complaint().reference(),
                List.of(new CaseEvent.PlanApproved(new CaseHeader(Instant.now(), PostRoom.LEAD))));
        assertThat(room.letters.queue(draft.id(), PostRoom.AGENT).standing()).isEqualTo(LetterStanding.QUEUED);
    }

    @Test
    void twoWhoEditTheSameLetterDoNotOverwriteEachOther() {
        KeptLetter draft = room.message(room.assessed());
        KeptLetter unused = room.letters.edit(
                draft.id(), new Letters.Edit("One", null, null, null, null, draft.version()), PostRoom.AGENT);

        assertThatThrownBy(() -> room.letters.edit(
                        draft.id(), new Letters.Edit("Two", null, null, null, null, draft.version()), PostRoom.LEAD))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("meanwhile");
    }

    @Test
    void aLetterThatLacksSomethingSaysWhat() {
        String reference = room.assessed().complaint().reference();

        assertThatThrownBy(() -> room.letters.draft(
                        reference, LetterPurpose.HOLDING_REPLY, JSON.createObjectNode(), PostRoom.AGENT))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("delay");
        KeptLetter draft = room.letters.draft(
                reference,
                LetterPurpose.HOLDING_REPLY,
                facts("{\"delay\": \"The bank needs three more days to trace the second payment.\"}"),
                PostRoom.AGENT);
        assertThat(draft.content().text()).contains("three more days");
        assertThat(draft.sendable()).as(draft.findings().toString()).isTrue();
    }

    @Test
    void whatAPersonWritesFreelyIsCheckedAgainstThePlanToo() {
        String reference = room.chosen(null).complaint().reference();

        KeptLetter draft = room.letters.write(
                reference,
                new Letters.NewLetter(
                        LetterPurpose.MESSAGE,
                        "Your payment",
                        "Dear Ana García,\n\nWe will pay you €500 tomorrow.\n\nJulie Moreau",
                        List.of(),
                        false,
                        List.of()),
                PostRoom.AGENT);

        assertThat(draft.findings())
                .filteredOn(LetterFinding::forbids)
                .extracting(LetterFinding::rule)
                .contains("unknown_amount");
        assertThat(draft.envelope().to()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana@customer.example\r\nBcc: all@customer.example",
                "ana@customer.example, all@customer.example",
                "Ana <ana@customer.example>",
                "ana@customer.example>",
                "@customer.example",
                "ana"
            })
    void nothingIsSmuggledIntoTheHeadOfAMail(String address) {
        KeptLetter draft = room.message(room.assessed());

        assertThatThrownBy(() -> room.letters.edit(
                        draft.id(), new Letters.Edit(null, null, List.of(address), null, null, null), PostRoom.AGENT))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> room.letters.edit(
                        draft.id(),
                        new Letters.Edit("Hello\r\nBcc: " + address, null, null, null, null, null),
                        PostRoom.AGENT))
                .isInstanceOf(Problem.class);
    }
}
