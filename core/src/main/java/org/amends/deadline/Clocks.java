package org.amends.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.Complaint;
import org.amends.complaint.LetterPurpose;
import org.jspecify.annotations.Nullable;

/**
 * The clocks that run on a case. They follow from what happened in it, the rules and the calendar alone: whoever works them out
 * again gets the same ones.
 *
 * @param all in the order of the rules
 */
public record Clocks(List<Clock> all) {

    /** Copies the list. */
    public Clocks {
        all = List.copyOf(all);
    }

    /**
     * The clocks of a case.
     *
     * @param complaint the state that the events come to
     * @param regimes the rules under which it is
     * @param contents what a letter of an id was found to say
     */
    public static Clocks of(
            Complaint complaint,
            List<CaseEvent> events,
            List<Regime> regimes,
            BusinessCalendar calendar,
            Function<String, Set<LetterContent>> contents) {
        CaseTimes times = CaseTimes.of(complaint, events);
        List<Clock> all = new ArrayList<>();
        for (Regime regime : regimes) {
            Letters letters = new Letters(regime, contents);
            for (Duty duty : regime.duties()) {
                Pauses pauses = duty.pausable() ? Pauses.of(complaint.pauses()) : Pauses.NONE;
                for (int round = 1; round <= times.rounds().size(); round++) {
                    if (duty.isOf(round)) {
                        all.add(new Running(complaint, times, letters, duty, calendar, pauses).clock(round));
                    }
                }
            }
        }
        return new Clocks(all);
    }

    /** The one that runs out first of those that have to be met; null when none runs. */
    public @Nullable Clock governing() {
        return all.stream()
                .filter(each -> each.open() && each.duty().mandatory() && each.due() != null)
                .min(Comparator.comparing(Clocks::dueOf))
                .orElse(null);
    }

    private static Instant dueOf(Clock clock) {
        Instant due = clock.due();
        return due == null ? Instant.MAX : due;
    }

    /** The rules of one regime on letters, with what the letters say. */
    private record Letters(Regime regime, Function<String, Set<LetterContent>> contents) {

        /** What this letter ought to say and does not. */
        Set<LetterContent> lacks(CaseTimes.Step step, Set<LetterContent> besides) {
            LetterPurpose purpose = step.purpose();
            Set<LetterContent> missing = EnumSet.noneOf(LetterContent.class);
            // Somebody was told in person: there is no letter to check.
            if (purpose != null && !step.by().equals(CaseTimes.ACKNOWLEDGED)) {
                missing.addAll(regime.required(purpose));
                missing.addAll(besides);
                missing.removeAll(contents.apply(step.by()));
            }
            return missing;
        }
    }

    /** One duty in one round. */
    private static final class Running {

        private static final Set<LetterContent> HOLDING = EnumSet.of(LetterContent.REASONS, LetterContent.NEXT_DAY);

        private final Complaint complaint;
        private final CaseTimes times;
        private final Letters letters;
        private final Duty duty;
        private final Pauses pauses;
        private final Counting counting;
        private Set<LetterContent> lacks = EnumSet.noneOf(LetterContent.class);

        Running(
                Complaint complaint,
                CaseTimes times,
                Letters letters,
                Duty duty,
                BusinessCalendar calendar,
                Pauses pauses) {
            this.complaint = complaint;
            this.times = times;
            this.letters = letters;
            this.duty = duty;
            this.pauses = pauses;
            this.counting = new Counting(calendar, pauses);
        }

        Clock clock(int round) {
            List<CaseTimes.Step> steps = times.since(round);
            Instant start = round == 1
                    ? complaint.clockStarts().getOrDefault(duty.from(), complaint.openedAt())
                    : times.rounds().get(round - 1);
            Instant due = counting.end(start, duty.within(), duty.onBusinessDay());
            CaseTimes.Step settled = settled(steps);
            CaseTimes.Step holding = extending(steps, settled, due);
            Duty.Extension extension = duty.extension();
            boolean extended = false;
            if (holding != null && extension != null) {
                Span longer = extension.to();
                if (longer == null) {
                    settled = holding;
                } else {
                    extended = true;
                    due = counting.end(start, longer, duty.onBusinessDay());
                }
            }
            Instant stopped = times.stopped();
            boolean open = settled == null && stopped == null;
            return new Clock(
                    letters.regime().name(),
                    duty.kind(),
                    round,
                    start,
                    due,
                    extended,
                    settled == null ? null : settled.at(),
                    settled == null ? null : settled.by(),
                    settled == null ? stopped : null,
                    settled == null ? lacks : Set.of(),
                    open && due != null && duty.kind().mandatory() ? alarms(start, due) : Map.of());
        }

        private CaseTimes.@Nullable Step settled(List<CaseTimes.Step> steps) {
            for (CaseTimes.Step step : steps) {
                if (settles(step)) {
                    return step;
                }
            }
            return null;
        }

        private boolean settles(CaseTimes.Step step) {
            String element = step.element();
            LetterPurpose purpose = step.purpose();
            return switch (duty.kind()) {
                case ACKNOWLEDGE -> purpose != null && acknowledges(purpose) && isComplete(step, Set.of());
                case FINAL -> purpose != null && purpose.answers() && isComplete(step, Set.of());
                case HOLDING ->
                    purpose != null
                            && (purpose.answers()
                                    ? isComplete(step, Set.of())
                                    : purpose == LetterPurpose.HOLDING_REPLY && isComplete(step, HOLDING));
                case REFERRAL ->
                    purpose != null
                            && (purpose.answers() || purpose == LetterPurpose.HOLDING_REPLY)
                            && isComplete(step, EnumSet.of(LetterContent.REFERRAL));
                case FAST_LANE ->
                    step.by().equals(CaseTimes.ACCEPTED) || step.by().equals(CaseTimes.CLOSED);
                case REDRESS, REPORT -> element != null && duty.elements().contains(element);
            };
        }

        private static boolean acknowledges(LetterPurpose purpose) {
            return switch (purpose) {
                case ACKNOWLEDGEMENT, HOLDING_REPLY, FINAL_RESPONSE, DOUBLE_DEVIATION_APOLOGY, REFUSAL, FAREWELL ->
                    true;
                case PROCESS_FIX_REPORT, PROACTIVE_CONTACT, THANK_YOU, MESSAGE -> false;
            };
        }

        private boolean isComplete(CaseTimes.Step step, Set<LetterContent> besides) {
            Set<LetterContent> missing = letters.lacks(step, besides);
            lacks = missing;
            return missing.isEmpty();
        }

        /** The holding reply that moves the end: one that left in time and says what it must. */
        private CaseTimes.@Nullable Step extending(
                List<CaseTimes.Step> steps, CaseTimes.@Nullable Step settled, @Nullable Instant due) {
            if (duty.extension() == null
                    || (settled != null && due != null && !settled.at().isAfter(due))) {
                return null;
            }
            for (CaseTimes.Step step : steps) {
                if (step.purpose() == LetterPurpose.HOLDING_REPLY
                        && (due == null || !step.at().isAfter(due))) {
                    Set<LetterContent> missing = letters.lacks(step, HOLDING);
                    if (missing.isEmpty()) {
                        return step;
                    }
                    lacks = missing;
                }
            }
            return null;
        }

        private Map<Alarm, Instant> alarms(Instant start, Instant due) {
            Duration whole = pauses.running(start, due);
            Map<Alarm, Instant> alarms = new EnumMap<>(Alarm.class);
            for (Alarm alarm : Alarm.values()) {
                Instant at = alarm == Alarm.OVERDUE
                        ? due
                        : pauses.after(start, Duration.ofMillis((long) (whole.toMillis() * alarm.share())));
                if (at != null) {
                    alarms.put(alarm, at);
                }
            }
            return alarms;
        }
    }
}
