package org.amends.server.message;

import java.util.Collection;
import java.util.Objects;
import org.amends.server.customer.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes the words, the files and the addresses of a person out of what is kept of messages. That a message came, when and by which
 * way stays, and so do digests, by which the same mail is known should it come again.
 */
@Component
final class ErasedMessages implements PersonalData {

    private final JdbcClient database;

    ErasedMessages(JdbcClient database) {
        this.database = database;
    }

    @Override
    public int erase(Collection<String> customers, Collection<String> eventIds) {
        String[] names = customers.toArray(String[]::new);
        Object[] messages = database.sql("""
                        select id from message where customer = any (:names)
                        union select m.id from message m join complaint c on c.id = m.complaint
                        where c.customer = any (:names)""")
                .param("names", names)
                .query((row, number) -> Objects.requireNonNull(row.getString(1)))
                .list()
                .toArray(String[]::new);
        int ignored = database.sql("delete from attachment where message = any (?::uuid[])")
                .param(messages)
                .update();
        ignored = database.sql("update message_raw set bytes = null, error = null where id = any (?::uuid[])")
                .param(messages)
                .update();
        ignored = database.sql("""
                        update message set customer = null, sender_address = null, sender_name = '', recipients = '{}',
                            subject = '', text = '', new_text = '', message_id = null, in_reply_to = null, refs = '{}',
                            source = null, reading = null
                        where id = any (?::uuid[])""").param(messages).update();
        return messages.length
                + database.sql("delete from customer_address where customer = any (?)")
                        .param(names)
                        .update();
    }
}
