package org.amends.server.mailbox;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far each mailbox has been read. */
@Component
class Positions {

    private final JdbcClient database;

    Positions(JdbcClient database) {
        this.database = database;
    }

    /**
     * A place in a folder.
     *
     * @param validity when it changes, the numbers of the folder begin anew
     * @param uid the greatest number that was kept
     */
    record Position(long validity, long uid) {}

    Optional<Position> of(String mailbox, String folder) {
        return database.sql("select uid_validity, uid from mailbox where name = ? and folder = ?")
                .param(mailbox)
                .param(folder)
                .query((row, number) -> new Position(row.getLong(1), row.getLong(2)))
                .optional();
    }

    void keep(String mailbox, String folder, Position position) {
        int ignored = database.sql("""
                        insert into mailbox (name, folder, uid_validity, uid) values (?, ?, ?, ?)
                        on conflict (name, folder) do update set
                            uid = case when mailbox.uid_validity = excluded.uid_validity
                                then greatest(mailbox.uid, excluded.uid) else excluded.uid end,
                            uid_validity = excluded.uid_validity""")
                .param(mailbox)
                .param(folder)
                .param(position.validity())
                .param(position.uid())
                .update();
    }
}
