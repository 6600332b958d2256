package org.amends.server.automation.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.amends.complaint.CaseHeader;
import org.amends.server.Happenings;
import org.amends.server.access.BrandScope;
import org.amends.server.access.Served;
import org.amends.server.automation.rule.RuleReading;
import org.amends.server.automation.rule.Rules;
import org.amends.server.complaint.Cases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** A server that dies between something that happened and the rule that it sets off. */
class RuleRestartTest {

    private static final Served SERVED = new Served();

    @AfterAll
    static void stop() {
        SERVED.close();
    }

    private static void rule(String name) {
        var kept = SERVED.part(Rules.class)
                .keep(new Rules.Wish(name, "", null, true, null, RuleReading.read("""
                                {"trigger": "opened", "actions": [{"act": "note", "text": "Seen."}]}""")), BrandScope.ALL, "system");
        assertThat(kept.on()).isTrue();
    }

    private static String open() {
        return SERVED.part(Cases.class)
                .open(
                        new Cases.NewCase("c-" + UUID.randomUUID(), "", "email", "en", "Late", null, null),
                        CaseHeader.CUSTOMER,
                        List.of())
                .complaint()
                .reference();
    }

    private static List<Run> runs(String reference) {
        return SERVED.part(RunLog.class).latest("seen", reference, null, BrandScope.ALL, 10);
    }

    private static int notes(String reference) {
        return SERVED.part(Cases.class).state(reference).orElseThrow().notes().size();
    }

    @Test
    void theRuleActsOnceAllTheSame() {
        rule("seen");
        SERVED.part(RuleWork.class).stop();
        String before = open();
        assertThat(runs(before)).isEmpty();

        SERVED.restart();
        Happenings.until("the rule has acted", () -> !runs(before).isEmpty());
        assertThat(notes(before)).isEqualTo(1);

        // Dying within the transaction of the rule, and after it.
        SERVED.part(RuleWork.class).stop();
        String within = open();
        RuleRound round = SERVED.part(RuleRound.class);
        SERVED.part(TransactionTemplate.class).executeWithoutResult(status -> {
            assertThat(round.next()).isTrue();
            status.setRollbackOnly();
        });
        assertThat(notes(within)).isZero();
        assertThat(round.next()).isTrue();
        assertThat(round.next()).isFalse();
        SERVED.restart();
        assertThat(runs(within)).singleElement().extracting(Run::result).isEqualTo(RunResult.DONE);
        assertThat(notes(within)).isEqualTo(1);
        assertThat(notes(before)).isEqualTo(1);
    }
}
