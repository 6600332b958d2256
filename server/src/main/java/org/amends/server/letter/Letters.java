package org.amends.server.letter;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.amends.complaint.CaseHeader;
import org.amends.complaint.LetterPurpose;
import org.amends.language.letter.Letter;
import org.amends.language.letter.LetterCase;
import org.amends.server.access.BrandScope;
import org.amends.server.audit.Audit;
import org.amends.server.complaint.Cases;
import org.amends.server.problem.Problem;
import org.amends.store.complaint.KeptCase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Letters to customers, from the draft to the outbox. A letter is sent off in the transaction that says so in the log of its
 * case, and only when the check of its final text finds no error and the case allows it; from there on a courier has it.
 */
@Component
public final class Letters {

    private static final int LONGEST_SUBJECT = 200;
    private static final int MOST_ADDRESSES = 10;

    private final LetterTable table;
    private final Cases cases;
    private final LetterCompanies companies;
    private final Correspondents correspondents;
    private final Composing composing;
    private final LetterCheck check;
    private final LetterSending sending;
    private final Audit audit;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    Letters(
            LetterTable table,
            Cases cases,
            LetterCompanies companies,
            Correspondents correspondents,
            Composing composing,
            LetterCheck check,
            LetterSending sending,
            Audit audit,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.table = table;
        this.cases = cases;
        this.companies = companies;
        this.correspondents = correspondents;
        this.composing = composing;
        this.check = check;
        this.sending = sending;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** A file that goes with a letter. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Enclosure(String name, String type, byte[] bytes) {}

    /**
     * A letter that somebody else than the drafting wrote.
     *
     * @param purpose what it is for
     * @param subject in a line
     * @param text plain text, as {@link Letter#text()} lays it out
     * @param to addresses; empty for whoever wrote last on the case
     * @param automatic whether a machine wrote it
     * @param enclosures files that go with it
     */
    public record NewLetter(
            LetterPurpose purpose,
            String subject,
            String text,
            List<String> to,
            boolean automatic,
            List<Enclosure> enclosures) {}

    /**
     * What changes; what is null stays.
     *
     * @param version of the letter that the person saw, or null to change it whatever it is
     */
    public record Edit(
            @Nullable String subject,
            @Nullable String text,
            @Nullable List<String> to,
            @Nullable List<String> copies,
            @Nullable Boolean pdf,
            @Nullable Integer version) {}

    /**
     * Drafts a letter from the case, in the customer's language, with the company's sentences.
     *
     * @param facts fields in the form of a letter's case that only people know, or that are to be said otherwise; may be empty
     * @param by who drafts it: an actor, or {@link CaseHeader#MACHINE}
     * @throws Problem 404 when there is no such case, 409 when nobody is set to write for its brand, 422 when the letter needs
     *     something that nobody has given; {@code place} and {@code remedy} tell what
     */
    public KeptLetter draft(String reference, LetterPurpose purpose, JsonNode facts, String by) {
        KeptCase kept = cases.find(reference).orElseThrow(() -> Problem.notFound("case", reference));
        LetterCompany company = companies.needed(kept.complaint().brand());
        Correspondents.Correspondent to = correspondents.of(kept);
        Composing.Composed composed = composing.about(kept, purpose, company, to, facts, clock.instant());
        LetterCase about = composed.about();
        Letter letter = check.write(about);
        String subject = purpose == LetterPurpose.MESSAGE
                ? LetterFrame.subject(kept.complaint())
                : LetterFrame.named(letter.subject(), reference);
        String text = purpose == LetterPurpose.MESSAGE ? LetterFrame.text(letter) : letter.text();
        return keep(
                kept,
                purpose,
                new KeptLetter.Content(about.customer().language().code(), subject, text, composed.json(), false),
                to.address() == null ? List.of() : List.of(to.address()),
                by.equals(CaseHeader.MACHINE),
                List.of(),
                by);
    }

    /**
     * Keeps a letter that was written elsewhere as a draft. It is checked against the case like every other, but for messages that
     * the product itself writes.
     *
     * @throws Problem 422 when an answer to a complaint lacks something that its check needs
     */
    public KeptLetter write(String reference, NewLetter asked, String by) {
        KeptCase kept = cases.find(reference).orElseThrow(() -> Problem.notFound("case", reference));
        LetterCompany company = companies.needed(kept.complaint().brand());
        Correspondents.Correspondent to = correspondents.of(kept);
        List<String> addresses =
                !asked.to().isEmpty() ? asked.to() : to.address() == null ? List.of() : List.of(to.address());
        checkAddresses("to", addresses);
        return keep(
                kept,
                asked.purpose(),
                new KeptLetter.Content(
                        to.language(),
                        checkedSubject(asked.subject()),
                        asked.text(),
                        asked.automatic() ? null : composing.known(kept, asked.purpose(), company, to, clock.instant()),
                        false),
                addresses,
                asked.automatic(),
                asked.enclosures(),
                by);
    }

    private KeptLetter keep(
            KeptCase kept,
            LetterPurpose purpose,
            KeptLetter.Content content,
            List<String> to,
            boolean automatic,
            List<Enclosure> enclosures,
            String by) {
        Instant now = now();
        UUID id = UUID.randomUUID();
        List<LetterFinding> findings = check.check(purpose, content.text(), content.about(), content.language());
        KeptLetter letter = new KeptLetter(
                id,
                kept.id(),
                kept.complaint().reference(),
                purpose,
                content,
                findings,
                findings.stream().noneMatch(LetterFinding::forbids),
                automatic,
                new KeptLetter.Envelope(to, List.of(), null, null, null, null, null, List.of()),
                new KeptLetter.Way(LetterStanding.DRAFT, null, null, null, null, 0, null, null, null),
                1,
                now,
                by,
                null);
        transaction.executeWithoutResult(status -> {
            table.insert(letter);
            table.enclose(id, enclosures);
            table.log(id, now, by, LogLine.What.DRAFTED, null);
            record(by, "letter.drafted", letter);
        });
        return letter;
    }

    /**
     * Changes a letter that has not left.
     *
     * @throws Problem 409 when it is on its way, or somebody changed it meanwhile
     */
    public KeptLetter edit(UUID id, Edit edit, String by) {
        return Objects.requireNonNull(transaction.execute(status -> {
            KeptLetter letter = LetterRefusals.open(table.locked(id), edit.version());
            KeptLetter changed = changed(letter, edit);
            table.edit(changed, now(), by);
            table.log(id, now(), by, LogLine.What.EDITED, null);
            record(by, "letter.edited", letter);
            return table.found(id);
        }));
    }

    private KeptLetter changed(KeptLetter letter, Edit edit) {
        KeptLetter.Content was = letter.content();
        KeptLetter.Envelope envelope = letter.envelope();
        KeptLetter.Content content = new KeptLetter.Content(
                was.language(),
                edit.subject() == null ? was.subject() : checkedSubject(edit.subject()),
                edit.text() == null ? was.text() : edit.text(),
                was.about(),
                edit.pdf() == null ? was.pdf() : edit.pdf());
        List<String> to = edit.to() == null ? envelope.to() : edit.to();
        List<String> copies = edit.copies() == null ? envelope.copies() : edit.copies();
        checkAddresses("to", to);
        checkAddresses("copies", copies);
        return checked(
                letter,
                content,
                new KeptLetter.Envelope(
                        to,
                        copies,
                        envelope.sender(),
                        envelope.senderName(),
                        envelope.replyTo(),
                        envelope.messageId(),
                        envelope.inReplyTo(),
                        envelope.references()));
    }

    private KeptLetter checked(KeptLetter letter, KeptLetter.Content content, KeptLetter.Envelope envelope) {
        List<LetterFinding> findings =
                check.check(letter.purpose(), content.text(), content.about(), content.language());
        return new KeptLetter(
                letter.id(),
                letter.complaint(),
                letter.reference(),
                letter.purpose(),
                content,
                findings,
                findings.stream().noneMatch(LetterFinding::forbids),
                letter.automatic(),
                envelope,
                letter.way(),
                letter.version(),
                letter.createdAt(),
                letter.createdBy(),
                letter.editedBy());
    }

    /** What the check would find in this text of a letter, without changing the letter. */
    public List<LetterFinding> lint(KeptLetter letter, String text) {
        return check.check(
                letter.purpose(),
                text,
                letter.content().about(),
                letter.content().language());
    }

    /**
     * Sends a letter off: it waits in the outbox so long that it can be taken back, and then leaves.
     *
     * @throws Problem 409 when the check finds an error, the case does not allow it, nobody gets it, or it has left already
     */
    public KeptLetter queue(UUID id, String by) {
        KeptLetter before = table.found(id);
        // The check takes longer than a lock on the case should last; the version says that it was of this text.
        return sending.queue(checked(before, before.content(), before.envelope()), by);
    }

    /**
     * Takes a letter back that was sent off and has not left.
     *
     * @throws Problem 409 when it is too late
     */
    public KeptLetter takeBack(UUID id, String by) {
        return sending.takeBack(id, by);
    }

    /**
     * Sends a letter again of which it is not known whether it left. It keeps its id, by which mail programs drop the second.
     *
     * @throws Problem 409 when nothing is in doubt
     */
    public KeptLetter again(UUID id, String by) {
        return sending.again(id, by);
    }

    /**
     * A person found out that a letter arrived of which it was not known whether it left.
     *
     * @throws Problem 409 when nothing is in doubt
     */
    public KeptLetter arrived(UUID id, String by) {
        return sending.arrived(id, by);
    }

    /**
     * A letter came back.
     *
     * @param messageIds as in the headers of mail, without brackets
     * @param reason the words of the mail server
     * @return the letter, or empty when none of the ids is that of a letter
     */
    public Optional<KeptLetter> bounced(Collection<String> messageIds, String reason) {
        return byMessageIds(messageIds).map(letter -> sending.bounced(letter, reason));
    }

    /** Throws a letter away that never left. */
    public void discard(UUID id, String by) {
        transaction.executeWithoutResult(status -> {
            KeptLetter letter = table.locked(id);
            if (letter.standing() != LetterStanding.DRAFT && letter.standing() != LetterStanding.TAKEN_BACK) {
                throw LetterRefusals.conflict(
                        "letter-gone", "The letter cannot be thrown away: it is " + LetterRefusals.word(letter) + ".");
            }
            table.remove(id);
            record(by, "letter.discarded", letter);
        });
    }

    /** The newest letter that has one of these ids, without brackets. */
    public Optional<KeptLetter> byMessageIds(Collection<String> messageIds) {
        return messageIds.isEmpty() ? Optional.empty() : table.byMessageIds(messageIds.toArray(String[]::new));
    }

    /** The letters of a case, oldest first; drafts too. */
    public List<KeptLetter> of(KeptCase kept) {
        return table.of(kept.id());
    }

    /** The letter of this id. */
    public Optional<KeptLetter> find(UUID id) {
        return table.find(id);
    }

    /** What happened to a letter, oldest first. */
    public List<LogLine> log(UUID id) {
        return table.log(id);
    }

    /** Letters that a person has to look at, the newest first. */
    public List<KeptLetter> inTrouble(BrandScope brands, int most) {
        return table.inTrouble(brands.names(), most);
    }

    private static String checkedSubject(String subject) {
        if (subject.isBlank()
                || subject.length() > LONGEST_SUBJECT
                || subject.codePoints().anyMatch(Character::isISOControl)) {
            throw Problem.invalid(
                    "subject",
                    "blank, too long or more than a line",
                    "Write a line of at most %d characters.".formatted(LONGEST_SUBJECT));
        }
        return subject.strip();
    }

    private static void checkAddresses(String place, List<String> addresses) {
        if (addresses.size() > MOST_ADDRESSES) {
            throw Problem.invalid(
                    place, "%d addresses".formatted(addresses.size()), "Write at most %d.".formatted(MOST_ADDRESSES));
        }
        for (String address : addresses) {
            if (!Addresses.valid(address)) {
                throw Problem.invalid(place, "\"%s\"".formatted(address), "Write bare addresses of mail.");
            }
        }
    }

    private void record(String by, String action, KeptLetter letter) {
        audit.record(
                by,
                action,
                "case:" + letter.reference(),
                Map.of(
                        "letter",
                        letter.id().toString(),
                        "purpose",
                        letter.purpose().name()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
