package org.amends.server.guard;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.amends.format.json.JsonElements;
import org.amends.server.access.Caller;
import org.amends.server.ingest.BodyReading;
import org.amends.server.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /v1/guard/outcomes}: what was sent in the end, by whom, and whether it was wrong. */
@RestController
class OutcomesApi {

    private final Outcomes outcomes;

    OutcomesApi(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    @PostMapping("/v1/guard/outcomes")
    @PreAuthorize("hasAuthority('SCOPE_guard')")
    Object tell(HttpServletRequest request) {
        JsonElements.Reading<SentReport.Reading> reading = JsonElements.read(
                BodyReading.text(request), GuardApi.MOST_REQUESTS, (json, length) -> SentReport.read(json));
        return switch (reading) {
            case JsonElements.Reading.Broken<SentReport.Reading>(int line, int column, String reason) ->
                throw GuardApi.noJson(line, column, reason);
            case JsonElements.Reading.TooMany<SentReport.Reading>(int most) -> throw GuardApi.tooMany(most);
            case JsonElements.Reading.All<SentReport.Reading>(List<SentReport.Reading> all, boolean array) ->
                array ? results(all) : one(all.getFirst());
        };
    }

    private List<Map<String, Object>> results(List<SentReport.Reading> all) {
        List<Map<String, Object>> results = new ArrayList<>();
        for (SentReport.Reading each : all) {
            results.add(result(each));
        }
        return results;
    }

    private Map<String, Object> one(SentReport.Reading reading) {
        Map<String, Object> result = result(reading);
        if (reading instanceof SentReport.Reading.Refused refused) {
            throw new Problem(HttpStatus.BAD_REQUEST, "invalid-request", "Invalid request", refused.reason() + ".")
                    .with("remedy", refused.remedy());
        }
        if ("unknown".equals(result.get("status")) && reading instanceof SentReport.Reading.Understood understood) {
            throw Problem.notFound(
                    "near miss",
                    understood.report().request() + "/" + understood.report().candidate());
        }
        return result;
    }

    private Map<String, Object> result(SentReport.Reading reading) {
        Map<String, Object> result = new LinkedHashMap<>();
        switch (reading) {
            case SentReport.Reading.Refused(var request, var candidate, String reason, String remedy) -> {
                put(result, "request", request);
                put(result, "candidate", candidate);
                put(result, "status", "invalid");
                put(result, "reason", reason);
                put(result, "remedy", remedy);
            }
            case SentReport.Reading.Understood(SentReport report) -> {
                put(result, "request", report.request());
                put(result, "candidate", report.candidate());
                switch (outcomes.record(report, Caller.current())) {
                    case Outcomes.Recorded.NotFound ignored -> put(result, "status", "unknown");
                    case Outcomes.Recorded.Kept(var event, var note) -> {
                        put(result, "status", "recorded");
                        put(result, "event", event);
                        put(result, "note", note);
                    }
                }
            }
        }
        return result;
    }

    private static void put(Map<String, Object> result, String name, @org.jspecify.annotations.Nullable Object value) {
        if (value != null) {
            result.put(name, value);
        }
    }
}
