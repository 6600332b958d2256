package org.amends.server.policy;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.amends.format.policy.PolicyDiff;
import org.amends.format.policy.PolicyDiffJson;
import org.amends.format.policy.PolicyFinding;
import org.amends.format.policy.PolicyReader;
import org.amends.format.policy.PolicyReading;
import org.amends.policy.Policy;
import org.amends.server.access.Caller;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The published policies: look at them, compare them, try another out, bring it into force. */
@RestController
@RequestMapping("/v1/policies")
class PolicyApi {

    private static final String YAML = "application/yaml";

    private final Policies policies;
    private final PolicyTrial trial;

    PolicyApi(Policies policies, PolicyTrial trial) {
        this.policies = policies;
        this.trial = trial;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('SCOPE_read')")
    public Map<String, Object> list() {
        List<PolicyVersion> all = policies.all();
        int current = all.getFirst().number();
        List<Map<String, Object>> items = new ArrayList<>();
        all.forEach(version -> items.add(json(version, version.number() == current)));
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("items", items);
        page.put("next", null);
        return page;
    }

    @GetMapping("/{version}")
    @PreAuthorize("hasAuthority('SCOPE_read')")
    public ResponseEntity<?> one(
            @PathVariable String version,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "*/*") String accept,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known) {
        PublishedPolicy policy = policies.find(version);
        String etag = policy.version().etag();
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(etag.equals(known) ? 304 : 200)
                .eTag(etag)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        if (etag.equals(known)) {
            return answer.build();
        }
        if (accept.contains("yaml")) {
            return answer.contentType(MediaType.parseMediaType(YAML + ";charset=UTF-8"))
                    .body(policy.text());
        }
        Map<String, Object> json = json(
                policy.version(),
                policy.version().number() == policies.current().version().number());
        json.put("text", policy.text());
        return answer.body(json);
    }

    @GetMapping(path = "/diff", produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("hasAuthority('SCOPE_read')")
    public String diff(@RequestParam String from, @RequestParam(defaultValue = "current") String to) {
        Policy before = policies.find(from).policy();
        Policy after = policies.find(to).policy();
        return PolicyDiffJson.write(before.version(), after.version(), PolicyDiff.between(before, after));
    }

    /** Says whether a text is a policy; that it is none is an answer here, not an error. */
    @PostMapping("/check")
    @PreAuthorize("hasAuthority('SCOPE_policy')")
    public Map<String, Object> check(HttpServletRequest request) {
        Map<String, Object> answer = new LinkedHashMap<>();
        switch (PolicyReader.read(PolicyText.sent(request))) {
            case PolicyReading.Read(Policy policy) -> {
                answer.put("valid", true);
                answer.put("version", policy.version());
                answer.put(
                        "changes",
                        PolicyChanges.json(PolicyDiff.between(policies.current().policy(), policy)));
            }
            case PolicyReading.Flawed(List<PolicyFinding> findings) -> flawed(answer, findings);
            case PolicyReading.Unreadable(PolicyFinding finding) -> flawed(answer, List.of(finding));
        }
        return answer;
    }

    private static void flawed(Map<String, Object> answer, List<PolicyFinding> findings) {
        answer.put("valid", false);
        answer.put("findings", findings);
    }

    @PostMapping("/dry-run")
    @PreAuthorize("hasAuthority('SCOPE_policy')")
    public DryRun dryRun(HttpServletRequest request, @RequestParam(defaultValue = "2000") int sample) {
        if (sample < 1 || sample > PolicyTrial.LARGEST_SAMPLE) {
            throw Problem.invalid(
                    "sample", Integer.toString(sample), "Use 1 to %d.".formatted(PolicyTrial.LARGEST_SAMPLE));
        }
        return trial.run(Policies.read(PolicyText.sent(request)), sample);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('SCOPE_policy')")
    public ResponseEntity<Map<String, Object>> publish(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String note,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
        if (seen == null) {
            throw new Problem(
                            HttpStatus.PRECONDITION_REQUIRED,
                            "precondition-required",
                            "If-Match is needed",
                            "If-Match is missing.")
                    .with(
                            "remedy",
                            "Send the ETag of GET /v1/policies/current, so that nobody's change is overwritten unseen.");
        }
        PublishedPolicy published = policies.publish(
                PolicyText.sent(request), note, Caller.current().actor(), seen);
        return ResponseEntity.status(HttpStatus.CREATED)
                .eTag(published.version().etag())
                .header(
                        HttpHeaders.LOCATION,
                        "/v1/policies/" + published.version().number())
                .body(json(published.version(), true));
    }

    private static Map<String, Object> json(PolicyVersion version, boolean current) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", version.number());
        json.put("version", version.version());
        json.put("current", current);
        json.put("hash", version.hash());
        json.put("note", version.note());
        json.put("published_by", version.publishedBy());
        json.put("published_at", version.publishedAt());
        json.put("etag", version.etag());
        return json;
    }
}
