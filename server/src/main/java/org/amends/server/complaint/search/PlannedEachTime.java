package org.amends.server.complaint.search;

import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Has PostgreSQL plan each list for the values it is asked with. A plan for any value would walk a whole list in order to find the
 * few that a rare value has.
 */
public final class PlannedEachTime extends JdbcTemplate {

    public PlannedEachTime(DataSource database) {
        super(database);
    }

    @Override
    protected void applyStatementSettings(Statement statement) throws SQLException {
        super.applyStatementSettings(statement);
        statement.unwrap(PGStatement.class).setPrepareThreshold(0);
    }
}
