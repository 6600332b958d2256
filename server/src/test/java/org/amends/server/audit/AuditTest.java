package org.amends.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.amends.server.access.Served;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class AuditTest {

    /** The first start makes a link for the administrator, and records that. */
    private static final int AT_FIRST = 1;

    private Served served;
    private Audit audit;
    private TransactionTemplate transaction;

    @BeforeEach
    void start() {
        served = new Served();
        audit = served.part(Audit.class);
        transaction = new TransactionTemplate(served.part(PlatformTransactionManager.class));
    }

    @AfterEach
    void stop() {
        served.close();
    }

    private void record(String action, String subject) {
        transaction.executeWithoutResult(
                status -> audit.record("system", action, subject, Map.of("b", 1, "a", List.of("x", true))));
    }

    private AuditVerdict verdict() {
        return served.part(AuditCheck.class).verify(null);
    }

    /** What only somebody with the rights of the database's owner can do. */
    private void tamper(String sql) {
        JdbcClient client = served.sql();
        client.sql("alter table audit_entry disable trigger user").update();
        client.sql("alter table audit_content disable trigger user").update();
        client.sql(sql).update();
    }

    @Test
    void findsAnUntouchedLogIntact() {
        record("policy.published", "policy:1");
        record("customer.merged", "customer:/anna");

        assertThat(verdict()).isInstanceOfSatisfying(AuditVerdict.Intact.class, intact -> {
            assertThat(intact.entries()).isEqualTo(AT_FIRST + 2);
            assertThat(intact.erased()).isZero();
        });
    }

    @Test
    void refusesToChangeOrDeleteEntries() {
        record("policy.published", "policy:1");

        for (String change : List.of(
                "update audit_entry set actor = 'nobody'",
                "delete from audit_entry",
                "truncate audit_entry cascade",
                "update audit_content set details = '{}'",
                "delete from audit_content")) {
            assertThatThrownBy(() -> served.sql().sql(change).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("only added to");
        }
    }

    @Test
    void namesTheEntryWhoseActorWasChanged() {
        record("a.done", "x:1");
        record("b.done", "x:2");
        tamper("update audit_entry set actor = 'person:other' where sequence = 2");

        assertThat(verdict()).isEqualTo(new AuditVerdict.Broken(2, "its time, actor or action was changed"));
    }

    @Test
    void namesTheEntryWhoseDetailsWereChanged() {
        record("a.done", "x:1");
        tamper("update audit_content set details = '{\"a\":2}' where sequence = 1");

        assertThat(verdict()).isEqualTo(new AuditVerdict.Broken(1, "its subject or details were changed"));
    }

    @Test
    void namesAnEntryThatIsMissing() {
        record("a.done", "x:1");
        record("b.done", "x:2");
        record("c.done", "x:3");
        tamper(
                "with gone as (delete from audit_content where sequence = 2) delete from audit_entry where sequence = 2");

        assertThat(verdict()).isEqualTo(new AuditVerdict.Broken(2, "it is missing"));
    }

    @Test
    void noticesThatTheEndWasCutOff() {
        record("a.done", "x:1");
        record("b.done", "x:2");
        tamper(
                "with gone as (delete from audit_content where sequence = 3) delete from audit_entry where sequence = 3");

        assertThat(verdict()).isEqualTo(new AuditVerdict.Broken(3, "the log ends before its head"));
    }

    @Test
    void noticesByAHeadKeptElsewhereThatTheWholeLogWasReplaced() {
        record("a.done", "x:1");
        String kept = ((AuditVerdict.Intact) verdict()).head();
        record("b.done", "x:2");

        assertThat(served.part(AuditCheck.class).verify(kept)).isInstanceOf(AuditVerdict.Intact.class);
        assertThat(served.part(AuditCheck.class).verify("0".repeat(63) + "1"))
                .isEqualTo(new AuditVerdict.Broken(3, "no entry has the hash that was kept elsewhere"));
    }

    @Test
    void staysIntactWhenAPersonIsErased() {
        record("customer.exported", "customer:/anna");
        record("customer.exported", "customer:/bert");
        Integer forgotten = transaction.execute(status -> audit.forget("person:1", "customer:/anna"));

        assertThat(forgotten).isEqualTo(1);
        assertThat(verdict()).isInstanceOfSatisfying(AuditVerdict.Intact.class, intact -> {
            assertThat(intact.entries()).isEqualTo(AT_FIRST + 3);
            assertThat(intact.erased()).isEqualTo(1);
        });
        assertThat(served.sql()
                        .sql("select count(*) from audit_content where subject like '%anna%' or details like '%anna%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void noticesContentThatWasTakenOutWithoutAnErasure() {
        record("customer.exported", "customer:/anna");
        tamper("delete from audit_content where sequence = 1");

        assertThat(verdict())
                .isEqualTo(new AuditVerdict.Broken(1, "its content was taken out, and no erasure in the log says so"));
    }

    @Test
    void leavesNoEntryOfATransactionThatFailed() {
        transaction.executeWithoutResult(status -> {
            audit.record("system", "a.done", "x:1", Map.of());
            status.setRollbackOnly();
        });

        assertThat(verdict())
                .isInstanceOfSatisfying(
                        AuditVerdict.Intact.class,
                        intact -> assertThat(intact.entries()).isEqualTo(AT_FIRST));
    }

    @Test
    void recordsOnlyInsideOfATransaction() {
        assertThatThrownBy(() -> audit.record("system", "a.done", "x:1", Map.of()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void chainsWhatManyRecordAtOnce() {
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 200; i++) {
                int number = i;
                many.execute(() -> record("a.done", "x:" + number));
            }
        }

        assertThat(verdict())
                .isInstanceOfSatisfying(
                        AuditVerdict.Intact.class,
                        intact -> assertThat(intact.entries()).isEqualTo(AT_FIRST + 200));
    }

    @Test
    void exportsAllThatIsNeededToWalkTheChainElsewhere() throws Exception {
        record("a.done", "x:1");
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        served.part(AuditExport.class).write(out);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(
                        "\"details\":\"{\\\"a\\\":[\\\"x\\\",true],\\\"b\\\":1}\"",
                        "\"salt\":\"",
                        "\"previous\":\"000");
    }
}
