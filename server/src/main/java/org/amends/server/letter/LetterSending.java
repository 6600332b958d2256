package org.amends.server.letter;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CaseHeader;
import org.amends.server.complaint.Cases;
import org.amends.server.intake.CaseNames;
import org.amends.server.problem.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Moves letters into the outbox and out of it again, each time in one transaction with the log of their case. Whoever locks both
 * locks the case first.
 */
@Component
final class LetterSending {

    private final LetterTable table;
    private final Cases cases;
    private final LetterCompanies companies;
    private final Correspondents correspondents;
    private final Peace peace;
    private final InstantSource clock;
    private final TransactionTemplate transaction;
    private final JsonMapper json = new JsonMapper();

    LetterSending(
            LetterTable table,
            Cases cases,
            LetterCompanies companies,
            Correspondents correspondents,
            Peace peace,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.table = table;
        this.cases = cases;
        this.companies = companies;
        this.correspondents = correspondents;
        this.peace = peace;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Sends off a letter whose text was just checked. */
    KeptLetter queue(KeptLetter checked, String by) {
        UUID id = checked.id();
        var ignored = cases.decide(checked.reference(), kept -> {
            KeptLetter letter = LetterRefusals.open(table.locked(id), checked.version());
            Instant now = now();
            LetterCompany company = companies.needed(kept.complaint().brand());
            LetterRefusals.checkReady(checked);
            LetterRefusals.checkWanted(letter, kept.complaint(), peace.inForce(kept.relationship()));
            Instant leaves = letter.automatic() ? now : now.plusSeconds(company.undoSeconds());
            table.queue(checked, envelope(letter, company), now, leaves, by);
            table.log(id, now, by, LogLine.What.QUEUED, null);
            return List.of(new CaseEvent.LetterQueued(new CaseHeader(now, by), id.toString(), letter.purpose()));
        });
        return table.found(id);
    }

    private KeptLetter.Envelope envelope(KeptLetter letter, LetterCompany company) {
        Correspondents.Conversation thread = correspondents.conversation(letter.complaint());
        String replyTo = company.replyTo();
        return new KeptLetter.Envelope(
                letter.envelope().to(),
                letter.envelope().copies(),
                company.sender(),
                json.readTree(company.company()).path("name").asString(""),
                replyTo == null ? null : CaseNames.plus(replyTo, letter.reference()),
                letter.id() + "@" + company.domain(),
                thread.inReplyTo(),
                thread.references());
    }

    /** Takes a letter back that has not left. */
    KeptLetter takeBack(UUID id, String by) {
        var ignored = cases.decide(table.found(id).reference(), kept -> {
            KeptLetter letter = table.locked(id);
            if (letter.standing() != LetterStanding.QUEUED) {
                throw LetterRefusals.conflict(
                        "letter-gone", "The letter cannot be taken back: it is " + LetterRefusals.word(letter) + ".");
            }
            table.stand(id, LetterStanding.TAKEN_BACK, null);
            table.log(id, now(), by, LogLine.What.TAKEN_BACK, null);
            return List.of(new CaseEvent.LetterTakenBack(new CaseHeader(now(), by), id.toString()));
        });
        return table.found(id);
    }

    /** Sends a letter again of which it is not known whether it left. It keeps its id, by which mail programs drop the second. */
    KeptLetter again(UUID id, String by) {
        var ignored = cases.decide(table.found(id).reference(), kept -> {
            KeptLetter letter = LetterRefusals.doubtful(table.locked(id));
            Instant now = now();
            table.queue(letter, letter.envelope(), now, now, by);
            table.log(id, now, by, LogLine.What.SENT_AGAIN, null);
            return List.of(new CaseEvent.LetterQueued(new CaseHeader(now, by), id.toString(), letter.purpose()));
        });
        return table.found(id);
    }

    /** A person found out that a letter arrived of which it was not known whether it left. */
    KeptLetter arrived(UUID id, String by) {
        var ignored = cases.decide(table.found(id).reference(), kept -> {
            KeptLetter letter = LetterRefusals.doubtful(table.locked(id));
            Instant at = Objects.requireNonNullElse(letter.way().handedOverAt(), now());
            table.sent(id, at, null);
            table.log(id, now(), by, LogLine.What.ARRIVED, null);
            return List.of(new CaseEvent.LetterSent(new CaseHeader(at, by), id.toString(), letter.purpose()));
        });
        return table.found(id);
    }

    /** A letter came back. One that is sent again meanwhile goes its way. */
    KeptLetter bounced(KeptLetter known, String reason) {
        UUID id = known.id();
        Instant now = now();
        try {
            var ignored = cases.decide(
                    known.reference(),
                    kept -> comeBack(id, now, reason)
                            ? List.of(new CaseEvent.LetterFailed(
                                    new CaseHeader(now, CaseHeader.MACHINE), id.toString(), reason))
                            : List.of());
        } catch (Problem refused) {
            // A case that was merged takes nothing; what became of the letter is written down all the same.
            transaction.executeWithoutResult(status -> {
                boolean ignored = comeBack(id, now, reason);
            });
        }
        return table.found(id);
    }

    private boolean comeBack(UUID id, Instant now, String reason) {
        LetterStanding standing = table.locked(id).standing();
        if (standing != LetterStanding.SENT && standing != LetterStanding.DOUBTFUL) {
            return false;
        }
        table.stand(id, LetterStanding.BOUNCED, reason);
        table.log(id, now, CaseHeader.MACHINE, LogLine.What.BOUNCED, reason);
        return true;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
