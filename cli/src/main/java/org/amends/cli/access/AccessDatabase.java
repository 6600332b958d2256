package org.amends.cli.access;

import java.time.InstantSource;
import java.util.Properties;
import org.amends.cli.database.DatabaseOption;
import org.amends.server.access.person.Administrator;
import org.amends.server.access.person.EntryLinks;
import org.amends.server.access.person.People;
import org.amends.server.access.token.Tokens;
import org.amends.server.audit.Audit;
import org.amends.server.audit.AuditCheck;
import org.amends.server.audit.AuditExport;
import org.amends.store.schema.Schema;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** The database as these commands need it, with its tables up to date, whether a server runs on it or not. */
final class AccessDatabase implements AutoCloseable {

    private final DatabaseOption.Opened opened;
    private final JdbcClient sql;
    private final TransactionTemplate transactions;
    private final Audit audit;

    AccessDatabase(DatabaseOption option) {
        opened = option.open();
        try {
            Properties entry = new Properties();
            if (opened.address().user() != null) {
                entry.setProperty("user", opened.address().user());
            }
            if (opened.address().password() != null) {
                entry.setProperty("password", opened.address().password());
            }
            DriverManagerDataSource database =
                    new DriverManagerDataSource(opened.address().jdbcUrl(), entry);
            new Schema(database)
                    .bringUpToDate(
                            opened.folder() == null ? null : opened.folder().folder());
            sql = JdbcClient.create(database);
            transactions = new TransactionTemplate(new DataSourceTransactionManager(database));
            audit = new Audit(sql, InstantSource.system());
        } catch (RuntimeException failed) {
            opened.close();
            throw failed;
        }
    }

    Tokens tokens() {
        return new Tokens(sql, transactions, audit);
    }

    Administrator administrator() {
        return new Administrator(new People(sql), new EntryLinks(sql), audit, transactions);
    }

    AuditCheck auditCheck() {
        return new AuditCheck(sql);
    }

    AuditExport auditExport() {
        return new AuditExport(sql);
    }

    @Override
    public void close() {
        opened.close();
    }
}
