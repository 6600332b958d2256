package org.amends.server.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.amends.event.RowReading;
import org.amends.server.problem.Problem;
import org.amends.store.log.EventLogException;
import org.amends.store.log.GroupCommit;
import org.amends.store.log.IncomingEvent;
import org.amends.store.log.Outcome.Accepted;
import org.amends.store.log.Outcome.Duplicate;
import org.amends.store.log.Outcome.Rejected;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Shares commits with everybody else who sends at the same time. */
@Component
class LogIntake implements Intake {

    private static final Duration WAIT = Duration.ofMillis(20);
    private static final Duration RETRY_AFTER_FAILURE = Duration.ofSeconds(5);

    private final GroupCommit commits;

    LogIntake(GroupCommit commits) {
        this.commits = commits;
    }

    @Override
    public Outcomes take(List<Sent> sent) {
        List<IncomingEvent> events = events(sent);
        if (events.isEmpty()) {
            return outcomes(sent, List.of());
        }
        return switch (commits.submit(events)) {
            case GroupCommit.Submission.Taken taken -> outcomes(sent, durable(taken));
            case GroupCommit.Submission.Full(Duration retryAfter) -> throw busy(retryAfter);
            case GroupCommit.Submission.Closed ignored -> throw closing();
        };
    }

    @Override
    public Outcomes takeWaiting(List<Sent> sent) {
        List<IncomingEvent> events = events(sent);
        while (!events.isEmpty()) {
            switch (commits.submit(events)) {
                case GroupCommit.Submission.Taken taken -> {
                    return outcomes(sent, durable(taken));
                }
                case GroupCommit.Submission.Full ignored -> pause();
                case GroupCommit.Submission.Closed ignored -> throw closing();
            }
        }
        return outcomes(sent, List.of());
    }

    private static List<IncomingEvent> events(List<Sent> sent) {
        List<IncomingEvent> events = new ArrayList<>(sent.size());
        for (Sent each : sent) {
            if (each instanceof Sent.Events several) {
                events.addAll(several.events());
            }
        }
        return events;
    }

    private static List<org.amends.store.log.Outcome> durable(GroupCommit.Submission.Taken taken) {
        try {
            return taken.outcomes().join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof EventLogException unavailable) {
                throw unavailable(unavailable);
            }
            throw failed;
        } catch (CancellationException stopped) {
            throw closing();
        }
    }

    private static Outcomes outcomes(List<Sent> sent, List<org.amends.store.log.Outcome> stored) {
        List<Outcome> outcomes = new ArrayList<>(sent.size());
        int next = 0;
        for (Sent each : sent) {
            switch (each) {
                case Sent.Refused(String id, var why) -> outcomes.add(new Outcome.Refused(id, why));
                case Sent.Nothing(String id, String why) -> outcomes.add(new Outcome.Ignored(id, why));
                case Sent.Events(String id, List<IncomingEvent> events) -> {
                    outcomes.add(together(id, stored.subList(next, next + events.size())));
                    next += events.size();
                }
            }
        }
        return Outcomes.of(outcomes);
    }

    /** What became of the events of one thing: refused when one of them is, accepted when one of them is new. */
    private static Outcome together(@Nullable String id, List<org.amends.store.log.Outcome> all) {
        Outcome together = null;
        for (org.amends.store.log.Outcome each : all) {
            switch (each) {
                case Rejected(String column, String reason, String remedy) -> {
                    return new Outcome.Refused(id, new RowReading.Rejected(column, reason, remedy));
                }
                case Accepted(long position) -> together = new Outcome.Accepted(id, position);
                case Duplicate(long position) ->
                    together = together != null ? together : new Outcome.Duplicate(id, position);
            }
        }
        if (together == null) {
            throw new IllegalStateException("What was sent as %s holds no event.".formatted(id));
        }
        return together;
    }

    private static void pause() {
        try {
            Thread.sleep(WAIT);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw closing();
        }
    }

    private static Problem busy(Duration retryAfter) {
        return new Problem(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too-many-waiting",
                        "Too many events are waiting",
                        "Events arrive faster than they can be stored; nothing of this request was taken.")
                .with("remedy", "Send the same request again after the time in Retry-After.")
                .retryAfter(retryAfter);
    }

    private static Problem closing() {
        return new Problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "closing",
                        "The server is stopping",
                        "The server is stopping; nothing of this request was taken.")
                .with("remedy", "Send the same request again when it is back.")
                .retryAfter(RETRY_AFTER_FAILURE);
    }

    private static Problem unavailable(EventLogException failed) {
        String fate = switch (failed.fate()) {
            case NOT_STORED -> "nothing of this request was stored";
            case UNKNOWN -> "whether the events were stored is not known";
        };
        return new Problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "log-unavailable",
                        "The log cannot be written",
                        "The database does not answer at the moment; %s.".formatted(fate))
                .with("remedy", "Send the same request again after the time in Retry-After: no event counts twice.")
                .retryAfter(RETRY_AFTER_FAILURE);
    }
}
