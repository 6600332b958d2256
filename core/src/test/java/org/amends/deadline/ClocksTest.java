package org.amends.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CaseFold;
import org.amends.complaint.CaseHeader;
import org.amends.complaint.CaseOutcome;
import org.amends.complaint.ClockStart;
import org.amends.complaint.LetterPurpose;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClocksTest {

    /** A Monday. */
    private static final Instant RECEIVED = Instant.parse("2026-03-02T09:00:00Z");

    private static final Scope ALWAYS = new Scope(Set.of(), Set.of(), Set.of(), Set.of(), null, null, false);
    private static final BusinessCalendar CALENDAR = new BusinessCalendar(
            ZoneId.of("UTC"),
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            LocalTime.of(9, 0),
            LocalTime.of(17, 0),
            Holidays.NONE);

    private final List<CaseEvent> log = new ArrayList<>(List.of(new CaseEvent.Opened(
            new CaseHeader(RECEIVED, CaseHeader.CUSTOMER), "C-2026-000001", "c-1", "", "email", "en", "Late", "m-1")));
    private final Map<String, Set<LetterContent>> contents = new HashMap<>();

    @Test
    void theShortestOfSeveralClocksGoverns() {
        Clocks clocks = clocks(
                regime("law", duty(DutyKind.FINAL, new Span.Weeks(8), null)),
                regime("house", duty(DutyKind.FINAL, new Span.CalendarDays(14), null)));

        assertThat(clocks.governing()).extracting(Clock::regime).isEqualTo("house");
    }

    @Test
    void aHoldingReplyWithoutReasonsAndDayMovesNothing() {
        sent(5, "l-1", LetterPurpose.HOLDING_REPLY, LetterContent.NEXT_DAY);

        Clock clock = only(psd2());

        assertThat(clock.extended()).isFalse();
        assertThat(clock.due()).isEqualTo("2026-03-23T17:00:00Z");
        assertThat(clock.lacks()).containsExactly(LetterContent.REASONS);
    }

    @Test
    void aHoldingReplyThatSaysWhyAndWhenMovesTheEnd() {
        sent(5, "l-1", LetterPurpose.HOLDING_REPLY, LetterContent.NEXT_DAY, LetterContent.REASONS);

        Clock clock = only(psd2());

        assertThat(clock.extended()).isTrue();
        assertThat(clock.due()).isEqualTo("2026-04-20T17:00:00Z");
        assertThat(clock.standing(RECEIVED.plus(Duration.ofDays(30)))).isEqualTo(ClockStanding.RUNNING);
    }

    @Test
    void aHoldingReplyThatComesTooLateMovesNothing() {
        sent(25, "l-1", LetterPurpose.HOLDING_REPLY, LetterContent.NEXT_DAY, LetterContent.REASONS);

        Clock clock = only(psd2());

        assertThat(clock.standing(RECEIVED.plus(Duration.ofDays(26)))).isEqualTo(ClockStanding.OVERDUE);
    }

    @Test
    void aHoldingReplySettlesADutyWhoseRulesLetItNameTheDay() {
        sent(50, "l-1", LetterPurpose.HOLDING_REPLY, LetterContent.NEXT_DAY, LetterContent.REASONS);

        Clock clock = only(regime("fca", duty(DutyKind.FINAL, new Span.Weeks(8), new Duty.Extension(null))));

        assertThat(clock.settledBy()).isEqualTo("l-1");
    }

    @Test
    void anAnswerThatDoesNotNameTheOmbudsmanIsNone() {
        Regime fca = new Regime(
                "fca",
                Map.of("en", "FCA"),
                "DISP 1.6",
                "seen",
                ALWAYS,
                List.of(duty(DutyKind.FINAL, new Span.Weeks(8), null)),
                Map.of(LetterPurpose.FINAL_RESPONSE, Set.of(LetterContent.REASONS, LetterContent.REFERRAL)),
                null);
        sent(5, "l-1", LetterPurpose.FINAL_RESPONSE, LetterContent.REASONS);

        assertThat(only(fca).lacks()).containsExactly(LetterContent.REFERRAL);

        sent(6, "l-2", LetterPurpose.FINAL_RESPONSE, LetterContent.REASONS, LetterContent.REFERRAL);

        assertThat(only(fca).settledBy()).isEqualTo("l-2");
        assertThat(only(fca).lacks()).isEmpty();
    }

    @Test
    void anAnswerInTimeMeetsAndOneTooLateIsLate() {
        sent(20, "l-1", LetterPurpose.FINAL_RESPONSE);

        assertThat(only(regime("a", duty(DutyKind.FINAL, new Span.CalendarDays(20), null)))
                        .standing(RECEIVED))
                .isEqualTo(ClockStanding.MET);
        assertThat(only(regime("a", duty(DutyKind.FINAL, new Span.CalendarDays(19), null)))
                        .standing(RECEIVED))
                .isEqualTo(ClockStanding.LATE);
    }

    @Test
    void aLetterThatCameBackSettlesNothing() {
        sent(1, "l-1", LetterPurpose.ACKNOWLEDGEMENT);
        log.add(new CaseEvent.LetterFailed(at(1), "l-1", "550 no such user"));

        assertThat(only(regime("a", duty(DutyKind.ACKNOWLEDGE, new Span.CalendarDays(5), null)))
                        .open())
                .isTrue();
    }

    @Test
    void aDutyThatMayNotBePausedGoesOnInAPause() {
        log.add(new CaseEvent.ClocksPaused(at(1), "a question"));
        Duty pausable = new Duty(
                DutyKind.FINAL,
                new Span.CalendarDays(14),
                ClockStart.RECEIPT,
                null,
                true,
                false,
                Duty.Round.EACH,
                Set.of());

        assertThat(only(regime("house", pausable)).standing(RECEIVED)).isEqualTo(ClockStanding.PAUSED);
        assertThat(only(psd2()).due()).isEqualTo("2026-03-23T17:00:00Z");

        log.add(new CaseEvent.ClocksResumed(at(4)));

        assertThat(only(regime("house", pausable)).due()).isEqualTo("2026-03-19T23:59:59Z");
    }

    @Test
    void warningsComeAtThreeQuartersAndNineTenthsOfTheTimeThatRuns() {
        Clock clock = only(regime("a", duty(DutyKind.FINAL, new Span.Hours(100), null)));

        assertThat(clock.alarms())
                .containsEntry(Alarm.AT_75, RECEIVED.plus(Duration.ofHours(75)))
                .containsEntry(Alarm.AT_90, RECEIVED.plus(Duration.ofHours(90)))
                .containsEntry(Alarm.OVERDUE, RECEIVED.plus(Duration.ofHours(100)));
    }

    @Test
    void theFastLaneLapsesAndIsNeverOverdue() {
        Clock clock = only(regime("fca", duty(DutyKind.FAST_LANE, new Span.BusinessDays(3), null)));

        assertThat(clock.standing(RECEIVED.plus(Duration.ofDays(9)))).isEqualTo(ClockStanding.LAPSED);
        assertThat(clock.alarms()).isEmpty();
        assertThat(new Clocks(List.of(clock)).governing()).isNull();
    }

    @Test
    void theFastLaneIsMetWhenTheCustomerAcceptsInTime() {
        sent(1, "l-1", LetterPurpose.FINAL_RESPONSE);
        log.add(new CaseEvent.OutcomeAccepted(at(2)));

        assertThat(only(regime("fca", duty(DutyKind.FAST_LANE, new Span.BusinessDays(3), null)))
                        .standing(RECEIVED))
                .isEqualTo(ClockStanding.MET);
    }

    @Test
    void aRejectedAnswerBeginsANewRound() {
        sent(5, "l-1", LetterPurpose.FINAL_RESPONSE);
        log.add(new CaseEvent.OutcomeRejected(at(7), "still broken"));

        List<Clock> clocks = clocks(regime("a", duty(DutyKind.FINAL, new Span.CalendarDays(14), null)))
                .all();

        assertThat(clocks).extracting(Clock::round).containsExactly(1, 2);
        assertThat(clocks.get(1).due()).isEqualTo("2026-03-23T23:59:59Z");
        assertThat(clocks.get(0).standing(at(8).at())).isEqualTo(ClockStanding.MET);
    }

    @Test
    void aCaseReopenedBeforeAnyAnswerKeepsItsClock() {
        log.add(new CaseEvent.Closed(at(2), CaseOutcome.NO_COMPLAINT));

        assertThat(only(psd2()).standing(at(3).at())).isEqualTo(ClockStanding.STOPPED);

        log.add(new CaseEvent.Reopened(at(4), "it was one"));

        assertThat(only(psd2()).due()).isEqualTo("2026-03-23T17:00:00Z");
        assertThat(only(psd2()).open()).isTrue();
    }

    @Test
    void countsFromTheDayThatTheRulesName() {
        log.add(new CaseEvent.ClockStartFound(at(1), ClockStart.SENT, Instant.parse("2026-02-20T10:00:00Z")));
        Duty acpr = new Duty(
                DutyKind.ACKNOWLEDGE,
                new Span.BusinessDays(10),
                ClockStart.SENT,
                null,
                false,
                false,
                Duty.Round.FIRST,
                Set.of());

        assertThat(only(regime("fr-acpr", acpr)).due()).isEqualTo("2026-03-06T17:00:00Z");
    }

    @Test
    void redressIsMetByWhatIsDoneAndNotByALetter() {
        Duty redress = new Duty(
                DutyKind.REDRESS,
                new Span.CalendarDays(7),
                ClockStart.DEMAND,
                null,
                false,
                false,
                Duty.Round.FIRST,
                Set.of("refund"));
        sent(1, "l-1", LetterPurpose.FINAL_RESPONSE);

        assertThat(only(regime("air", redress)).open()).isTrue();

        log.add(new CaseEvent.ElementDone(at(6), "refund", null, "payment 77"));

        assertThat(only(regime("air", redress)).standing(RECEIVED)).isEqualTo(ClockStanding.MET);
    }

    @Test
    void whoeverWasToldInPersonWasTold() {
        log.add(new CaseEvent.Acknowledged(at(1), "by telephone"));

        assertThat(only(regime("a", duty(DutyKind.ACKNOWLEDGE, new Span.Hours(48), null)))
                        .settledBy())
                .isEqualTo("acknowledged");
    }

    private void sent(int day, String letter, LetterPurpose purpose, LetterContent... says) {
        log.add(new CaseEvent.LetterSent(at(day), letter, purpose));
        contents.put(letter, Set.of(says));
    }

    private static CaseHeader at(int day) {
        return new CaseHeader(RECEIVED.plus(Duration.ofDays(day)), "person:1");
    }

    private static Regime psd2() {
        return regime(
                "eu-psd2",
                duty(DutyKind.FINAL, new Span.BusinessDays(15), new Duty.Extension(new Span.BusinessDays(35))));
    }

    private static Duty duty(DutyKind kind, Span within, Duty.@Nullable Extension extension) {
        return new Duty(kind, within, ClockStart.RECEIPT, extension, false, false, Duty.Round.EACH, Set.of());
    }

    private static Regime regime(String name, Duty... duties) {
        return new Regime(name, Map.of("en", name), "ours", "chosen", ALWAYS, List.of(duties), Map.of(), null);
    }

    private Clock only(Regime regime) {
        return clocks(regime).all().getFirst();
    }

    private Clocks clocks(Regime... regimes) {
        return Clocks.of(
                CaseFold.fold(log), log, List.of(regimes), CALENDAR, letter -> contents.getOrDefault(letter, Set.of()));
    }
}
