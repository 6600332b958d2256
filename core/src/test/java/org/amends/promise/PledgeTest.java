package org.amends.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CaseFold;
import org.amends.complaint.CaseHeader;
import org.amends.complaint.CasePromise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PledgeTest {

    private static final Instant MADE = Instant.parse("2026-03-02T08:00:00Z");

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
        due,                  now,                  standing
        2026-03-06T08:00:00Z, 2026-03-05T07:59:59Z, OPEN
        2026-03-06T08:00:00Z, 2026-03-05T08:00:00Z, DUE_SOON
        2026-03-06T08:00:00Z, 2026-03-06T07:59:59Z, DUE_SOON
        2026-03-06T08:00:00Z, 2026-03-06T08:00:00Z, OVERDUE
        2027-03-02T08:00:00Z, 2027-02-23T07:59:59Z, OPEN
        2027-03-02T08:00:00Z, 2027-02-23T08:00:00Z, DUE_SOON
        2026-03-01T08:00:00Z, 2026-03-02T08:00:00Z, OVERDUE
        """)
    void isWarnedOfInTime(Instant due, Instant now, PledgeStanding standing) {
        Pledge pledge = new Pledge(new CasePromise("p-1", "call back", null, "person:1", due, null, false, null), MADE);

        assertThat(pledge.standing(now)).isEqualTo(standing);
    }

    @Test
    void knowsWhenEachPromiseOfACaseWasGivenAndHowItEnded() {
        List<CaseEvent> events = List.of(
                new CaseEvent.Opened(at(0), "C-2026-000001", "c-1", "", "email", "en", "Late", null),
                new CaseEvent.PromiseMade(at(60), "p-1", "call back", null, "person:1", MADE.plusSeconds(600)),
                new CaseEvent.PromiseMade(at(90), "p-2", "refund", "refund", "person:1", MADE.plusSeconds(600)),
                new CaseEvent.PromiseKept(at(120), "p-1", "called at 9"),
                new CaseEvent.PromiseBroken(at(700), "p-2", "forgotten"));

        List<Pledge> pledges = Pledge.of(CaseFold.fold(events), events);

        assertThat(pledges).extracting(Pledge::made).containsExactly(MADE.plusSeconds(60), MADE.plusSeconds(90));
        assertThat(pledges)
                .extracting(each -> each.standing(MADE))
                .containsExactly(PledgeStanding.KEPT, PledgeStanding.BROKEN);
    }

    private static CaseHeader at(int seconds) {
        return new CaseHeader(MADE.plusSeconds(seconds), "person:1");
    }
}
