package org.amends.server.operation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Says whether the server lives and whether it can take work. Anybody may ask, so the answers name no place and no value; the
 * log does.
 */
@RestController
class HealthApi {

    private static final Logger LOG = LoggerFactory.getLogger(HealthApi.class);
    private static final long FRESH_NANOS = 1_000_000_000L;

    private final List<Readiness> parts;
    private @Nullable Answer last;

    private record Answer(boolean ready, Map<String, String> checks, long atNanos) {}

    HealthApi(List<Readiness> parts) {
        this.parts = List.copyOf(parts);
    }

    /** The process runs and answers. One that does not should be started again. */
    @GetMapping("/health/live")
    ResponseEntity<Map<String, Object>> live() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Map.of("status", "UP"));
    }

    /** Work can be sent here: 200, or 503 while a part is not able to. */
    @GetMapping("/health/ready")
    ResponseEntity<Map<String, Object>> ready() {
        Answer answer = answer();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", answer.ready() ? "UP" : "DOWN");
        body.put("checks", answer.checks());
        return ResponseEntity.status(answer.ready() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }

    /** Looks at most once a second, however many ask. */
    private synchronized Answer answer() {
        Answer before = last;
        if (before != null && System.nanoTime() - before.atNanos() < FRESH_NANOS) {
            return before;
        }
        Map<String, String> checks = new LinkedHashMap<>();
        boolean ready = true;
        for (Readiness part : parts) {
            @Nullable String trouble = part.trouble();
            checks.put(part.part(), trouble == null ? "UP" : "DOWN");
            if (trouble != null) {
                ready = false;
                if (before == null || !"DOWN".equals(before.checks().get(part.part()))) {
                    LOG.warn("Not ready: {}: {}", part.part(), trouble);
                }
            }
        }
        if (ready && before != null && !before.ready()) {
            LOG.info("Ready again.");
        }
        Answer answer = new Answer(ready, checks, System.nanoTime());
        last = answer;
        return answer;
    }
}
