package org.amends.server.letter;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CaseHeader;
import org.amends.complaint.Complaint;
import org.amends.complaint.LetterPurpose;
import org.amends.complaint.Stage;
import org.amends.server.complaint.CaseListener;
import org.amends.server.complaint.Cases;
import org.amends.store.complaint.KeptCase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Acknowledges complaints without a person, where the company wants that and nobody may be in danger. That a case is to be
 * acknowledged is written down in the transaction that opens it, so none is forgotten and none is acknowledged twice.
 */
@Component
final class LetterWishes implements CaseListener {

    private static final Logger LOG = LoggerFactory.getLogger(LetterWishes.class);
    private static final Set<String> ACKNOWLEDGED = Set.of("email", "form", "api");
    private static final int MOST_AT_ONCE = 100;
    private static final int MOST_ATTEMPTS = 6;
    private static final Duration WAIT = Duration.ofMinutes(1);

    private final JdbcClient database;
    private final ObjectProvider<Letters> letters;
    private final ObjectProvider<Cases> cases;
    private final LetterCompanies companies;
    private final InstantSource clock;
    private final TransactionTemplate transaction;
    private final JsonMapper json = new JsonMapper();

    LetterWishes(
            JdbcClient database,
            ObjectProvider<Letters> letters,
            ObjectProvider<Cases> cases,
            LetterCompanies companies,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.database = database;
        this.letters = letters;
        this.cases = cases;
        this.companies = companies;
        this.clock = clock;
        this.transaction = transaction;
    }

    private record Wish(long complaint, String reference, int attempts) {}

    @Override
    public void happened(KeptCase after, List<CaseEvent> happened) {
        boolean opened = happened.stream().anyMatch(CaseEvent.Opened.class::isInstance);
        if (opened && ACKNOWLEDGED.contains(after.complaint().channel())) {
            Instant now = clock.instant();
            int ignored = database.sql("""
                            insert into letter_wish (complaint, purpose, since, next_attempt) values (?, ?, ?, ?)
                            on conflict do nothing""")
                    .param(after.id())
                    .param(LetterPurpose.ACKNOWLEDGEMENT.name())
                    .param(LetterTable.utc(now))
                    .param(LetterTable.utc(now))
                    .update();
        }
    }

    /** Writes what is due. */
    void fulfil() {
        for (int i = 0; i < MOST_AT_ONCE; i++) {
            Optional<Wish> next = next();
            if (next.isEmpty()) {
                return;
            }
            fulfil(next.get());
        }
    }

    private Optional<Wish> next() {
        return database.sql("""
                        select w.complaint, c.reference, w.attempts from letter_wish w join complaint c on c.id = w.complaint
                        where w.next_attempt <= ? order by w.next_attempt limit 1""")
                .param(LetterTable.utc(clock.instant()))
                .query((row, number) -> new Wish(row.getLong(1), row.getString(2), row.getInt(3)))
                .optional();
    }

    private void fulfil(Wish wish) {
        try {
            transaction.executeWithoutResult(status -> {
                boolean ours = database.sql("delete from letter_wish where complaint = ? and purpose = ?")
                                .param(wish.complaint())
                                .param(LetterPurpose.ACKNOWLEDGEMENT.name())
                                .update()
                        == 1;
                if (ours) {
                    acknowledge(wish.reference());
                }
            });
        } catch (RuntimeException failed) {
            LOG.warn("Case {} could not be acknowledged: {}", wish.reference(), failed.getMessage());
            later(wish, String.valueOf(failed.getMessage()));
        }
    }

    private void acknowledge(String reference) {
        KeptCase kept = cases.getObject().find(reference).orElse(null);
        if (kept == null || !isFit(kept.complaint())) {
            return;
        }
        KeptLetter letter = letters.getObject()
                .draft(reference, LetterPurpose.ACKNOWLEDGEMENT, json.createObjectNode(), CaseHeader.MACHINE);
        // One that is not fit to be sent stays a draft for a person.
        if (letter.sendable() && !letter.envelope().to().isEmpty()) {
            KeptLetter ignored = letters.getObject().queue(letter.id(), CaseHeader.MACHINE);
        }
    }

    private boolean isFit(Complaint complaint) {
        return complaint.open()
                && complaint.stage() == Stage.RECEIVED
                && !complaint.inDanger()
                && complaint.letters().isEmpty()
                && companies
                        .of(complaint.brand())
                        .map(LetterCompany::acknowledges)
                        .orElse(false);
    }

    /** After some attempts it stays for a person to see. */
    private void later(Wish wish, String reason) {
        int attempts = wish.attempts() + 1;
        Instant next = attempts >= MOST_ATTEMPTS
                ? clock.instant().plus(Duration.ofDays(36_500))
                : clock.instant().plus(WAIT.multipliedBy(1L << attempts));
        int ignored = database.sql("""
                        update letter_wish set attempts = ?, next_attempt = ?, reason = ?
                        where complaint = ? and purpose = ?""")
                .param(attempts)
                .param(LetterTable.utc(next))
                .param(reason)
                .param(wish.complaint())
                .param(LetterPurpose.ACKNOWLEDGEMENT.name())
                .update();
    }
}
