package org.amends.server.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.amends.complaint.Complaint;
import org.amends.store.complaint.KeptCase;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom a letter of a case goes to, and which mail it follows. */
@Component
public final class Correspondents {

    /** Mail programs need the first mail of a conversation and the last ones. */
    private static final int MOST_REFERENCES = 20;

    private final JdbcClient database;

    Correspondents(JdbcClient database) {
        this.database = database;
    }

    /**
     * Who is written to.
     *
     * @param address null where none is known
     * @param name as they write it; their address, or else the identifier, where none is known
     * @param language ISO 639-1
     */
    public record Correspondent(@Nullable String address, String name, String language) {}

    /**
     * The headers by which a mail follows another.
     *
     * @param inReplyTo without brackets, or null when it is the first
     * @param references oldest first
     */
    record Conversation(@Nullable String inReplyTo, List<String> references) {}

    private record Named(@Nullable String address, String name) {}

    /** Whoever wrote last on the case; else whoever the customer is known as. */
    public Correspondent of(KeptCase kept) {
        Complaint complaint = kept.complaint();
        Named found = wrote(kept.id())
                .or(() -> known(complaint))
                .orElseGet(() -> new Named(Addresses.valid(complaint.customer()) ? complaint.customer() : null, ""));
        String address = found.address();
        String name = !found.name().isBlank() ? found.name() : address == null ? complaint.customer() : address;
        return new Correspondent(address, name, complaint.language());
    }

    private Optional<Named> wrote(long complaint) {
        return database.sql("""
                        select sender_address, sender_name from message
                        where complaint = ? and direction = 'in' and kind = 'contact' and sender_address like '%@%'
                        order by at desc limit 1""")
                .param(complaint)
                .query((row, number) -> new Named(row.getString(1), row.getString(2)))
                .optional()
                .filter(each -> Addresses.valid(Objects.requireNonNullElse(each.address(), "")));
    }

    private Optional<Named> known(Complaint complaint) {
        return database.sql("""
                        select address, name from customer_address
                        where customer = ? and brand = ? and address like '%@%' order by since desc limit 1""")
                .param(complaint.customer())
                .param(complaint.brand())
                .query((row, number) -> new Named(row.getString(1), row.getString(2)))
                .optional()
                .filter(each -> Addresses.valid(Objects.requireNonNullElse(each.address(), "")));
    }

    /** The newest mail of the conversation, and those before it. */
    Conversation conversation(long complaint) {
        return database.sql("""
                        select message_id, refs from (
                            select message_id, refs, at from message
                            where complaint = :complaint and direction = 'in' and kind = 'contact' and message_id is not null
                            union all
                            select message_id, refs, coalesce(sent_at, queued_at) from letter
                            where complaint = :complaint and standing in ('SENT', 'DOUBTFUL') and message_id is not null) as mail
                        order by at desc limit 1""")
                .param("complaint", complaint)
                .query((row, number) -> after(
                        row.getString(1), List.of((String[]) row.getArray(2).getArray())))
                .optional()
                .orElse(new Conversation(null, List.of()));
    }

    private static Conversation after(String parent, List<String> before) {
        List<String> references = new ArrayList<>(before);
        references.remove(parent);
        references.add(parent);
        while (references.size() > MOST_REFERENCES) {
            references.remove(1);
        }
        return new Conversation(parent, references);
    }
}
