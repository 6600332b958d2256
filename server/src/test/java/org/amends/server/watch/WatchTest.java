package org.amends.server.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.amends.server.Happenings;
import org.amends.server.SharedServer;
import org.amends.server.policy.Policies;
import org.amends.server.policy.PublishedPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ExtendWith(SharedServer.Use.class)
class WatchTest {

    private final SharedServer server = SharedServer.running();
    private final JdbcClient sql = server.part(JdbcClient.class);

    @Test
    void aDiagnosisFollowsWhatHappensAndTheChangeIsWrittenDown() {
        Happenings somebody = Happenings.of(server).buysMonthly(8);
        Happenings.until("they are diagnosed", () -> changes(somebody, "mode") == 0 && diagnosed(somebody));

        var unused = somebody.event("failure", 0.01, "o-1", "wrong_item", 0.9, "40.00");

        Happenings.until("the change is written down", () -> changes(somebody, "mode") == 1);
        assertThat(changes(somebody, "silent_sufferer")).isEqualTo(1);
    }

    @Test
    void aStepThatIsCutOffHappensWhollyLater() {
        Happenings somebody = Happenings.of(server).buysMonthly(8);
        Happenings.until("they are diagnosed", () -> diagnosed(somebody));
        WatchStep step = server.part(WatchStep.class);

        var unused = somebody.event("failure", 0.01, "o-1", "wrong_item", 0.9, "40.00");
        // What a server that is killed in the middle leaves behind.
        server.part(TransactionTemplate.class).executeWithoutResult(status -> {
            boolean ignored = step.take();
            status.setRollbackOnly();
        });

        Happenings.until("the change is written down", () -> changes(somebody, "mode") > 0);
        assertThat(changes(somebody, "mode")).isEqualTo(1);
    }

    @Test
    void thePastIsDrawnFromHistories() {
        Happenings somebody = Happenings.of(server).buysMonthly(8);
        Happenings.until("they are diagnosed", () -> diagnosed(somebody));

        Happenings.until(
                "half a year is drawn",
                () -> sql.sql("select count(distinct day) from daily_picture where replayed")
                                .query(Integer.class)
                                .single()
                        >= 20);
        assertThat(sql.sql("select count(*) from daily_picture where relationships < 1")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aPolicyThatComesIntoForceIsAppliedToAll() {
        Happenings somebody = Happenings.of(server).buysMonthly(8);
        Happenings.until("they are diagnosed", () -> diagnosed(somebody));
        PublishedPolicy before = server.part(Policies.class).current();
        String name = "p-" + UUID.randomUUID();

        publish("version: %s\ndiagnosis:\n  silent_days: 210\n".formatted(name));

        Happenings.until("they are diagnosed under it", () -> name.equals(policyOf(somebody)));
        publish(before.text());
        Happenings.until("and as before", () -> before.policy().version().equals(policyOf(somebody)));
    }

    @Test
    void allAreDiagnosedOnceMoreWhenTheirStatesBecameOthers() {
        Happenings somebody = Happenings.of(server).buysMonthly(8);
        Happenings.until("they are diagnosed", () -> diagnosed(somebody));
        int ignored = sql.sql("update diagnosis set policy_version = 'of another state' where customer = ?")
                .param(somebody.customer())
                .update();

        server.part(Watch.class).diagnoseAll();

        Happenings.until("they are diagnosed anew", () -> !"of another state".equals(policyOf(somebody)));
    }

    private void publish(String text) {
        Policies policies = server.part(Policies.class);
        var ignored = policies.publish(
                text, "because", "test", policies.current().version().etag());
    }

    private String policyOf(Happenings somebody) {
        return sql.sql("select policy_version from diagnosis where customer = ?")
                .param(somebody.customer())
                .query(String.class)
                .single();
    }

    private boolean diagnosed(Happenings somebody) {
        return sql.sql("select exists (select 1 from diagnosis where customer = ? and diagnosed_at is not null)")
                .param(somebody.customer())
                .query(Boolean.class)
                .single();
    }

    private int changes(Happenings somebody, String kind) {
        return sql.sql("""
                        select count(*) from diagnosis_change c join relationship r on r.id = c.relationship
                        where r.customer = ? and c.kind = ? and c.at > now() - interval '10 minutes'""")
                .param(somebody.customer())
                .param(kind)
                .query(Integer.class)
                .single();
    }
}
