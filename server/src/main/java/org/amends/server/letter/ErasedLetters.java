package org.amends.server.letter;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.amends.complaint.CaseHeader;
import org.amends.server.customer.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes the words and addresses out of letters to a person; that they were sent, and when, stays. What has not left stays here. */
@Component
final class ErasedLetters implements PersonalData {

    private final JdbcClient database;
    private final LetterTable table;
    private final InstantSource clock;

    ErasedLetters(JdbcClient database, LetterTable table, InstantSource clock) {
        this.database = database;
        this.table = table;
        this.clock = clock;
    }

    @Override
    public int erase(Collection<String> customers, Collection<String> eventIds) {
        String[] names = customers.toArray(String[]::new);
        List<UUID> erased = database.sql("""
                        update letter set subject = '', text = '', case_json = null, findings = '[]', sendable = false,
                            recipients = '{}', copies = '{}', reason = null, version = version + 1,
                            standing = case when standing in ('QUEUED', 'DRAFT') then 'TAKEN_BACK' else standing end
                        where complaint in (select id from complaint where customer = any (:names)) and text <> ''
                        returning id""")
                .param("names", names)
                .query((row, number) -> Objects.requireNonNull(row.getObject(1, UUID.class)))
                .list();
        UUID[] ids = erased.toArray(UUID[]::new);
        int ignored = database.sql("delete from letter_attachment where letter = any (?)")
                .param(ids)
                .update();
        ignored = database.sql("update letter_log set words = null where letter = any (?)")
                .param(ids)
                .update();
        ignored = database.sql("""
                        delete from letter_wish
                        where complaint in (select id from complaint where customer = any (:names))""").param("names", names).update();
        erased.forEach(id -> table.log(id, clock.instant(), CaseHeader.MACHINE, LogLine.What.ERASED, null));
        return erased.size();
    }
}
