package org.amends.store.log;

import static org.amends.store.log.EventLogContract.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.amends.policy.Parameter;
import org.amends.policy.Policy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RebuildTest {

    private static final Policy OTHER = Policy.standard().with(Parameter.PURCHASE_MOMENT, 0.3);

    private HikariDataSource database;

    @BeforeEach
    void someHistories() {
        database = TestPostgres.database();
        EventLog log = new EventLog(database, InstantSource.fixed(NOW), Policy::standard);
        List<IncomingEvent> events = new ArrayList<>(new MadeUpEvents(5).next(500, 30));
        Collections.shuffle(events, new Random(6));
        for (int i = 0; i < 500; i += 50) {
            assertThat(log.append(events.subList(i, i + 50))).hasSize(50);
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theLogGivesTheBytesOfTheLiveStates() {
        Rebuild.Report report = new Rebuild(database, Policy.standard()).check(done -> {});
        assertThat(report).isEqualTo(new Rebuild.Report(30, 500, 0, List.of()));
    }

    @Test
    void aSpoiledStateIsFoundAndMadeGood() {
        execute("update relationship set state = '\\x00' where customer = 'c7'");
        Rebuild rebuild = new Rebuild(database, Policy.standard());
        assertThat(rebuild.check(done -> {}).examples())
                .extracting(StoredRelationship::customer)
                .containsExactly("c7");
        assertThat(rebuild.write(done -> {}).differing()).isEqualTo(1);
        assertThat(rebuild.check(done -> {}).differing()).isZero();
    }

    @Test
    void aPolicyWithOtherFoldTermsMakesAllStatesNew() {
        Rebuild rebuild = new Rebuild(database, OTHER);
        assertThat(rebuild.write(done -> {}).differing()).isEqualTo(30);
        assertThat(rebuild.check(done -> {}).differing()).isZero();
    }

    @Test
    void aStateOfOtherTermsIsFoldedAnewByTheNextEventOfItsCustomer() {
        EventLog log = new EventLog(database, InstantSource.fixed(NOW), () -> OTHER);
        assertThat(log.append(List.of(MadeUpEvents.purchase("new", "c7", NOW, "1"))))
                .hasSize(1);
        assertThat(new Rebuild(database, OTHER).check(done -> {}).differing()).isEqualTo(29);
    }

    @Test
    void goesOnWhereItWasBrokenOff() {
        execute("insert into log_rebuild (terms, done) select %d, id from relationship order by id offset 19 limit 1"
                .formatted(org.amends.relationship.FoldTerms.of(OTHER).digest()));
        assertThat(new Rebuild(database, OTHER).write(done -> {}).relationships())
                .isEqualTo(10);
        assertThat(new Rebuild(database, OTHER).write(done -> {}).relationships())
                .isEqualTo(30);
    }

    @Test
    void keepsWhatWasAppendedMeanwhile() {
        EventLog log = new EventLog(database, InstantSource.fixed(NOW), () -> OTHER);
        execute("update relationship set folded_to = folded_to + 1 where customer = 'c3'");
        assertThat(new Rebuild(database, OTHER).write(done -> {}).differing()).isEqualTo(30);
        assertThat(log.append(List.of(MadeUpEvents.purchase("new", "c3", NOW, "1"))))
                .hasSize(1);
        assertThat(new Rebuild(database, OTHER).check(done -> {}).differing()).isZero();
    }

    @Test
    void saysSoWhenTheDatabaseIsAway() {
        database.close();
        assertThatThrownBy(() -> new Rebuild(database, OTHER).check(done -> {}))
                .isInstanceOf(EventLogException.class)
                .hasMessageStartingWith("The states could not be rebuilt: ");
    }

    private void execute(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
