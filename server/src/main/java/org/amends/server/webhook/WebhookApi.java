package org.amends.server.webhook;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.amends.server.access.Caller;
import org.amends.server.audit.Audit;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Webhooks for programs. */
@RestController
@RequestMapping("/v1/webhooks")
@PreAuthorize("hasAuthority('SCOPE_admin')")
class WebhookApi {

    private static final int MOST_LINES = 200;
    private static final int LONGEST_DESCRIPTION = 500;
    private static final List<String> TYPES = Stream.of(MessageType.values())
            .filter(type -> type != MessageType.PING)
            .map(MessageType::stableName)
            .toList();

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Outbox outbox;
    private final Dispatch dispatch;
    private final Targets targets;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    WebhookApi(
            Webhooks webhooks,
            Deliveries deliveries,
            Outbox outbox,
            Dispatch dispatch,
            Targets targets,
            Audit audit,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.outbox = outbox;
        this.dispatch = dispatch;
        this.targets = targets;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What a webhook is to be; what is null stays as it is, or is as usual. */
    record Wish(
            @Nullable String url,
            @Nullable String description,
            @Nullable String brand,
            @Nullable List<String> types,
            @Nullable Boolean enabled) {}

    /** A webhook as programs get it; the secret is there in the answer that made it, and never again. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record View(
            UUID id,
            String url,
            String description,
            @Nullable String brand,
            List<String> types,
            boolean enabled,
            @Nullable String disabledReason,
            @Nullable Instant failingSince,
            Instant createdAt,
            Instant updatedAt,
            @Nullable String secret) {

        static View of(Webhook webhook, @Nullable String secret) {
            return new View(
                    webhook.id(),
                    webhook.url(),
                    webhook.description(),
                    webhook.brand().isEmpty() ? null : webhook.brand(),
                    webhook.types(),
                    webhook.disabledAt() == null,
                    webhook.disabledReason(),
                    webhook.failingSince(),
                    webhook.createdAt(),
                    webhook.updatedAt(),
                    secret);
        }
    }

    /** All webhooks. */
    record All(List<View> items) {}

    /** A part of a delivery log. */
    record Log(List<LogLine> items, @Nullable String next) {}

    /** One delivery. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record LogLine(
            long id,
            UUID message,
            String type,
            String status,
            int attempts,
            Instant createdAt,
            @Nullable Instant nextAttempt,
            @Nullable Instant deliveredAt,
            @Nullable Instant lastAttempt,
            @Nullable Integer httpStatus,
            @Nullable String error) {

        static LogLine of(Deliveries.Line line) {
            return new LogLine(
                    line.id(),
                    line.message(),
                    line.type(),
                    line.status(),
                    line.attempts(),
                    line.createdAt(),
                    line.nextAttempt(),
                    line.deliveredAt(),
                    line.lastAttempt(),
                    line.httpStatus(),
                    line.error());
        }
    }

    @GetMapping
    All all() {
        return new All(webhooks.all().stream().map(each -> View.of(each, null)).toList());
    }

    @GetMapping("/{id}")
    View one(@PathVariable UUID id) {
        return View.of(found(id), null);
    }

    @PostMapping
    ResponseEntity<View> add(@RequestBody Wish wish) {
        if (wish.url() == null) {
            throw Problem.invalid("url", "missing", "Write where the endpoint listens.");
        }
        Instant now = now();
        Webhook webhook =
                wished(new Webhook(UUID.randomUUID(), "", "", "", TYPES, now, now, null, null, null), wish, now);
        byte[] secret = Signing.newSecret();
        transaction.executeWithoutResult(status -> {
            webhooks.add(webhook, secret);
            record("webhook.created", webhook);
        });
        return ResponseEntity.created(URI.create("/v1/webhooks/" + webhook.id()))
                .body(View.of(webhook, Signing.shown(secret)));
    }

    @PatchMapping("/{id}")
    View change(@PathVariable UUID id, @RequestBody Wish wish) {
        Webhook webhook = wished(found(id), wish, now());
        transaction.executeWithoutResult(status -> {
            webhooks.change(webhook);
            record("webhook.changed", webhook);
        });
        dispatch.wake();
        return View.of(webhook, null);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        Webhook webhook = found(id);
        transaction.executeWithoutResult(status -> {
            boolean ignored = webhooks.remove(id);
            record("webhook.removed", webhook);
        });
    }

    /** A new secret; the old one signs beside it for a day. */
    @PostMapping("/{id}/rotate")
    View rotate(@PathVariable UUID id) {
        Webhook webhook = found(id);
        byte[] secret = Signing.newSecret();
        transaction.executeWithoutResult(status -> {
            webhooks.rotate(id, secret, now());
            record("webhook.rotated", webhook);
        });
        return View.of(found(id), Signing.shown(secret));
    }

    /** Sends a test message. */
    @PostMapping("/{id}/ping")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void ping(@PathVariable UUID id) {
        Webhook webhook = found(id);
        transaction.executeWithoutResult(status -> outbox.ping(webhook, now()));
        dispatch.wake();
    }

    /** What was sent, and what came of it; the newest first. */
    @GetMapping("/{id}/deliveries")
    Log deliveries(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable Long cursor) {
        if (limit < 1 || limit > MOST_LINES) {
            throw Problem.invalid("limit", String.valueOf(limit), "Ask for 1 to %d.".formatted(MOST_LINES));
        }
        Webhook webhook = found(id);
        List<LogLine> lines =
                deliveries.lines(webhook.id(), cursor == null ? Long.MAX_VALUE : cursor, limit + 1).stream()
                        .map(LogLine::of)
                        .toList();
        return lines.size() <= limit
                ? new Log(lines, null)
                : new Log(
                        lines.subList(0, limit),
                        Long.toString(lines.get(limit - 1).id()));
    }

    /** Sends a message again, with the same id. */
    @PostMapping("/{id}/deliveries/{delivery}/redeliver")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void redeliver(@PathVariable UUID id, @PathVariable long delivery) {
        Webhook webhook = found(id);
        transaction.executeWithoutResult(status -> {
            if (!deliveries.again(webhook.id(), delivery, now())) {
                throw Problem.notFound("delivery", Long.toString(delivery));
            }
            audit.record(
                    Caller.current().actor(),
                    "webhook.redelivered",
                    "webhook:" + webhook.id(),
                    Map.of("delivery", delivery));
        });
        dispatch.wake();
    }

    private Webhook wished(Webhook before, Wish wish, Instant now) {
        String url =
                wish.url() == null ? before.url() : targets.checked(wish.url()).toString();
        List<String> types = wish.types() == null ? before.types() : wish.types();
        for (String type : types) {
            if (!TYPES.contains(type)) {
                throw Problem.invalid(
                        "types", "\"" + type + "\"", "Use some of %s.".formatted(String.join(", ", TYPES)));
            }
        }
        String description = wish.description() == null ? before.description() : wish.description();
        if (description.length() > LONGEST_DESCRIPTION) {
            throw Problem.invalid(
                    "description",
                    "%d characters long".formatted(description.length()),
                    "Write at most %d.".formatted(LONGEST_DESCRIPTION));
        }
        boolean enabled = wish.enabled() == null ? before.disabledAt() == null : wish.enabled();
        return new Webhook(
                before.id(),
                url,
                description,
                wish.brand() == null ? before.brand() : wish.brand(),
                types,
                before.createdAt(),
                now,
                enabled ? null : before.disabledAt() == null ? now : before.disabledAt(),
                enabled ? null : before.disabledReason() == null ? "Disabled by hand." : before.disabledReason(),
                null);
    }

    private void record(String action, Webhook webhook) {
        audit.record(
                Caller.current().actor(),
                action,
                "webhook:" + webhook.id(),
                Map.of("url", webhook.url(), "types", webhook.types(), "enabled", webhook.disabledAt() == null));
    }

    private Webhook found(UUID id) {
        return webhooks.find(id).orElseThrow(() -> Problem.notFound("webhook", id.toString()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
