package org.amends.server.policy;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amends.format.policy.PolicyDiff;
import org.amends.format.policy.PolicyFinding;
import org.amends.format.policy.PolicyReader;
import org.amends.format.policy.PolicyReading;
import org.amends.format.policy.PolicyWriter;
import org.amends.policy.Policy;
import org.amends.server.audit.Audit;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The policies that were published, and the one in force. The built-in policy is the first, published when the server first
 * starts. Safe for threads.
 */
@Component
public class Policies {

    private static final String FIRST_NOTE = "The built-in policy.";
    private static final int LONGEST_NOTE = 2_000;

    private final PolicyStore store;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final ApplicationEventPublisher listeners;
    private final InstantSource clock;

    private volatile @Nullable PublishedPolicy current;

    Policies(
            PolicyStore store,
            TransactionTemplate transaction,
            Audit audit,
            ApplicationEventPublisher listeners,
            InstantSource clock) {
        this.store = store;
        this.transaction = transaction;
        this.audit = audit;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** The policy in force. */
    public PublishedPolicy current() {
        PublishedPolicy known = current;
        return known != null ? known : load();
    }

    private synchronized PublishedPolicy load() {
        PublishedPolicy known = current;
        if (known == null) {
            known = store.current().map(Policies::published).orElseGet(this::first);
            current = known;
        }
        return known;
    }

    private PublishedPolicy first() {
        String text = PolicyWriter.write(Policy.standard());
        PolicyVersion version =
                new PolicyVersion(1, Policy.DEFAULT_VERSION, PolicyStore.hash(text), FIRST_NOTE, "amends", now());
        try {
            store.add(version, text);
        } catch (DuplicateKeyException already) {
            // Another server on the same database was first.
            return published(store.current().orElseThrow(() -> already));
        }
        return new PublishedPolicy(version, text, Policy.standard());
    }

    /** All publications, the newest first; the first of them is in force. */
    public List<PolicyVersion> all() {
        PublishedPolicy inForce = current();
        List<PolicyVersion> all = store.all();
        return all.isEmpty() ? List.of(inForce.version()) : all;
    }

    /**
     * A publication by its number, by its name (the newest of that name), or the one in force as {@code current}.
     *
     * @throws Problem when there is none
     */
    public PublishedPolicy find(String which) {
        if (which.equals("current")) {
            return current();
        }
        Optional<PolicyStore.Stored> found = which.matches("[0-9]{1,9}")
                ? store.numbered(Integer.parseInt(which)).or(() -> store.named(which))
                : store.named(which);
        return published(found.orElseThrow(() -> Problem.notFound("policy", which)));
    }

    /**
     * Reads a policy that was sent.
     *
     * @throws Problem when it is none, naming everything that is wrong
     */
    public static Policy read(String text) {
        return switch (PolicyReader.read(text)) {
            case PolicyReading.Read(Policy policy) -> policy;
            case PolicyReading.Flawed(List<PolicyFinding> findings) -> throw flawed(findings);
            case PolicyReading.Unreadable(PolicyFinding finding) -> throw flawed(List.of(finding));
        };
    }

    /** What is wrong with a text that should be a policy. */
    static Problem flawed(List<PolicyFinding> findings) {
        PolicyFinding first = findings.getFirst();
        return new Problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "policy-flawed",
                        "This is no policy",
                        "Line %d, column %d: found %s.".formatted(first.line(), first.column(), first.found()))
                .with("remedy", first.remedy())
                .with(
                        "findings",
                        findings.stream()
                                .map(finding -> Map.of(
                                        "line", finding.line(),
                                        "column", finding.column(),
                                        "found", finding.found(),
                                        "remedy", finding.remedy()))
                                .toList());
    }

    /**
     * Brings a policy into force.
     *
     * @param text YAML
     * @param note why
     * @param by who publishes it
     * @param seen the entity tag of the policy that the caller saw in force
     * @throws Problem when the text is no policy, when another one has come into force meanwhile, or when its name stands for
     *     other numbers already
     */
    public PublishedPolicy publish(String text, String note, String by, String seen) {
        requireNote(note);
        Policy policy = read(text);
        PublishedPolicy before = reload();
        requireSeen(before, seen);
        requireHonestName(policy);
        PublishedPolicy now = new PublishedPolicy(
                new PolicyVersion(
                        before.version().number() + 1,
                        policy.version(),
                        PolicyStore.hash(text),
                        note.strip(),
                        by,
                        now()),
                text,
                policy);
        try {
            transaction.executeWithoutResult(status -> {
                store.add(now.version(), text);
                audit.record(by, "policy.published", "policy:" + now.version().number(), audited(before, now));
            });
        } catch (DuplicateKeyException overtaken) {
            throw outdated(reload());
        }
        current = now;
        listeners.publishEvent(new PolicyPublished(before, now));
        return now;
    }

    private static Map<String, Object> audited(PublishedPolicy before, PublishedPolicy now) {
        return Map.of(
                "version", now.version().version(),
                "hash", now.version().hash(),
                "note", now.version().note(),
                "changes", PolicyChanges.json(PolicyDiff.between(before.policy(), now.policy())));
    }

    /** Looks again which policy is in force: another server on the same database may have published. */
    private PublishedPolicy reload() {
        PublishedPolicy known = current();
        PolicyStore.Stored stored = store.current().orElseThrow();
        if (stored.version().number() == known.version().number()) {
            return known;
        }
        PublishedPolicy now = published(stored);
        current = now;
        listeners.publishEvent(new PolicyPublished(known, now));
        return now;
    }

    private static void requireNote(String note) {
        if (note.length() > LONGEST_NOTE) {
            throw Problem.invalid(
                    "note",
                    "%d characters long".formatted(note.length()),
                    "Write at most %d characters.".formatted(LONGEST_NOTE));
        }
        if (note.indexOf('\0') >= 0) {
            throw Problem.invalid("note", "a text with a NUL", "Take it out.");
        }
    }

    private static void requireSeen(PublishedPolicy inForce, String seen) {
        if (!seen.equals(inForce.version().etag())) {
            throw outdated(inForce);
        }
    }

    private static Problem outdated(PublishedPolicy inForce) {
        return new Problem(
                        HttpStatus.PRECONDITION_FAILED,
                        "policy-overtaken",
                        "Another policy has come into force",
                        "In force is number %d (%s), published by %s."
                                .formatted(
                                        inForce.version().number(),
                                        inForce.version().version(),
                                        inForce.version().publishedBy()))
                .with("current", inForce.version().etag())
                .with("remedy", "Look at the difference, then send its entity tag in If-Match.");
    }

    private void requireHonestName(Policy policy) {
        Optional<PolicyStore.Stored> namesake = store.named(policy.version());
        if (namesake.isPresent()
                && !PolicyDiff.between(published(namesake.get()).policy(), policy)
                        .isEmpty()) {
            throw new Problem(
                            HttpStatus.CONFLICT,
                            "policy-name-taken",
                            "The name stands for other numbers",
                            "version is \"%s\", which is the name of number %d already."
                                    .formatted(
                                            policy.version(),
                                            namesake.get().version().number()))
                    .with("place", "version")
                    .with("remedy", "Give the policy a name of its own: decisions record it.");
        }
    }

    private static PublishedPolicy published(PolicyStore.Stored stored) {
        return switch (PolicyReader.read(stored.text())) {
            case PolicyReading.Read(Policy policy) -> new PublishedPolicy(stored.version(), stored.text(), policy);
            case PolicyReading.Flawed(List<PolicyFinding> findings) -> throw unreadable(stored, findings.getFirst());
            case PolicyReading.Unreadable(PolicyFinding finding) -> throw unreadable(stored, finding);
        };
    }

    /** Only when a later release reads policies more strictly than the one that took this in. */
    private static IllegalStateException unreadable(PolicyStore.Stored stored, PolicyFinding finding) {
        return new IllegalStateException(
                requireNonNull(finding.text("policy " + stored.version().number())));
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
