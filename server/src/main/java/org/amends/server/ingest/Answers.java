package org.amends.server.ingest;

import org.amends.format.json.JsonElements;
import org.amends.server.problem.Problem;
import org.springframework.http.HttpStatus;

/** How what became of events is answered: with which status, and in which words. */
final class Answers {

    private Answers() {}

    /** To a single event: 201 when it is new, 200 when it was there, 422 when it is refused. */
    static Answer toOne(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted accepted -> Answer.json(Answer.CREATED, OutcomeJson.one(accepted));
            case Outcome.Duplicate duplicate -> Answer.json(Answer.OK, OutcomeJson.one(duplicate));
            case Outcome.Ignored ignored -> Answer.json(Answer.OK, OutcomeJson.one(ignored));
            case Outcome.Refused(String id, var why) ->
                Answer.problem(OutcomeJson.REFUSED_STATUS, OutcomeJson.problem(id, why));
        };
    }

    /** To many: 200 with a result for each, or 422 with the same when every one of them is refused. */
    static Answer toMany(Outcomes outcomes) {
        return Answer.json(outcomes.allRefused() ? OutcomeJson.REFUSED_STATUS : Answer.OK, OutcomeJson.many(outcomes));
    }

    static Problem broken(JsonElements.Reading.Broken<?> broken) {
        return broken(broken.line(), broken.column(), broken.reason());
    }

    static Problem broken(int line, int column, String reason) {
        return new Problem(
                        HttpStatus.BAD_REQUEST,
                        "invalid-json",
                        "The body is no JSON",
                        "Line %d, column %d: %s.".formatted(line, column, reason))
                .with("place", "line %d, column %d".formatted(line, column))
                .with(
                        "remedy",
                        "Nothing was stored. Send it again as valid JSON (RFC 8259) in which no name stands twice.");
    }

    static Problem tooMany(int most) {
        return new Problem(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "too-many-events",
                        "Too many events at a time",
                        "There are more than %d events.".formatted(most))
                .with("remedy", "Send fewer at a time, or a stream of lines (application/x-ndjson).");
    }
}
