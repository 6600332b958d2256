package org.amends.failure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.amends.event.Event;
import org.amends.event.EventId;
import org.amends.event.FailureKind;
import org.amends.event.ReplyKind;
import org.amends.event.Want;
import org.amends.money.Money;
import org.amends.policy.FailureType;
import org.jspecify.annotations.Nullable;

/** An episode while the fold goes over its events; confined to that fold. */
public final class EpisodeDraft {

    private final EventId event;
    private final Instant at;
    private final @Nullable String failureRef;
    private @Nullable String caseRef;
    private @Nullable FailureKind kind;
    private @Nullable Double severity;
    private final @Nullable Boolean controllable;
    private final @Nullable Boolean stable;
    private double loss;
    private @Nullable Voice voice;
    private @Nullable Instant repliedAt;
    private boolean updated;
    private boolean explained;
    private int contacts;
    private @Nullable Attempt attempt;
    private @Nullable Instant resolvedAt;
    private long purchasesBefore;
    private final List<BrokenWord> brokenWords = new ArrayList<>(0);

    /**
     * A draft to be continued later.
     *
     * @param episode the episode as it stands; it has the event that opened it
     * @param failureRef by which later events name the failure, or null
     * @param caseRef by which later events name the case, or null
     */
    public record Snapshot(
            Episode episode,
            @Nullable String failureRef,
            @Nullable String caseRef) {}

    private EpisodeDraft(Snapshot from) {
        Episode told = from.episode();
        event = Objects.requireNonNull(told.event());
        at = told.at();
        failureRef = from.failureRef();
        caseRef = from.caseRef();
        kind = told.kind();
        severity = told.severity();
        controllable = told.controllable();
        stable = told.stable();
        loss = told.loss();
        voice = told.voice();
        repliedAt = told.repliedAt();
        updated = told.updated();
        explained = told.explained();
        contacts = told.contacts();
        attempt = told.attempt();
        resolvedAt = told.resolvedAt();
        purchasesBefore = told.purchasesBefore();
        brokenWords.addAll(told.brokenWords());
    }

    private EpisodeDraft(
            Event event,
            @Nullable String failureRef,
            @Nullable FailureKind kind,
            @Nullable Double severity,
            @Nullable Boolean controllable,
            @Nullable Boolean stable) {
        this.event = event.id();
        this.at = event.time();
        this.failureRef = failureRef;
        this.kind = kind;
        this.severity = severity;
        this.controllable = controllable;
        this.stable = stable;
    }

    /** The episode that a failure opens. */
    public static EpisodeDraft opened(Event.Failure failure) {
        EpisodeDraft draft = new EpisodeDraft(
                failure, failure.ref(), failure.kind(), failure.severity(), failure.controllable(), failure.stable());
        draft.lose(failure.atStake());
        return draft;
    }

    /** The episode that a disregarded preference opens. */
    public static EpisodeDraft opened(Event.PreferenceViolated violation) {
        return new EpisodeDraft(
                violation, violation.ref(), FailureKind.PREFERENCE_VIOLATION, violation.severity(), null, null);
    }

    /** The episode that a promise broken without any failure before it opens. */
    public static EpisodeDraft opened(Event.PromiseBroken broken) {
        return new EpisodeDraft(broken, broken.ref(), FailureKind.BROKEN_PROMISE, broken.severity(), null, null);
    }

    /** The episode that a complaint opens when no failure is known to which it belongs. */
    public static EpisodeDraft opened(Event.Complaint complaint) {
        EpisodeDraft draft =
                new EpisodeDraft(complaint, complaint.ref(), complaint.kind(), complaint.severity(), null, null);
        draft.voiced(complaint);
        return draft;
    }

    /** Whether a later event that names this ref speaks of this episode. */
    public boolean isAbout(String ref) {
        return ref.equals(failureRef) || ref.equals(caseRef);
    }

    /** Whether the case is not closed yet. */
    public boolean open() {
        return resolvedAt == null;
    }

    /** Whether the customer spoke up about it. */
    public boolean voiced() {
        return voice != null;
    }

    /** Whether it is of this kind. */
    public boolean isOf(FailureKind wanted) {
        return wanted.equals(kind);
    }

    /** When it happened. */
    public Instant at() {
        return at;
    }

    /** The customer spoke up: the first complaint gives the time, the worst one the tone. */
    public void voiced(Event.Complaint complaint) {
        contacts++;
        if (caseRef == null) {
            caseRef = complaint.ref();
        }
        if (kind == null) {
            kind = complaint.kind();
        }
        if (severity == null) {
            severity = complaint.severity();
        }
        lose(complaint.claimed());
        resolvedAt = null;
        if (voice == null) {
            voice = new Voice(complaint.id(), complaint.time(), complaint.want(), complaint.hostility());
            return;
        }
        Want want = complaint.want() == Want.UNKNOWN ? voice.want() : complaint.want();
        voice = new Voice(
                voice.event(),
                voice.at(),
                want,
                voice.hostility().compareTo(complaint.hostility()) >= 0 ? voice.hostility() : complaint.hostility());
    }

    /** How often the customer had bought when it happened. */
    public void after(long purchases) {
        purchasesBefore = purchases;
    }

    /** The customer got in touch about it again. */
    public void contacted() {
        contacts++;
    }

    /** The company answered. */
    public void replied(Instant when, ReplyKind reply) {
        switch (reply) {
            case AUTOMATIC -> {}
            case STATUS_UPDATE -> updated = true;
            case EXPLANATION -> {
                explained = true;
                answered(when);
            }
            case ANSWER -> answered(when);
        }
    }

    /** The company gave something to make it good. */
    public void remedied(Event.RemedyGiven remedy) {
        answered(remedy.time());
        RemedyEffect effect = RemedyEffect.of(remedy.kind());
        Money worth = remedy.amount();
        Attempt before = attempt == null ? Attempt.felt(null, remedy.time(), 0) : attempt;
        attempt = new Attempt(
                remedy.id(),
                remedy.time(),
                before.money() + (worth == null ? 0 : worth.toMainUnits()),
                before.gaveMoney() || effect.money(),
                with(before.matched(), effect.matches()),
                Math.min(1, before.interactional() + effect.interactional()),
                remedy.quality() == null ? before.judgedQuality() : remedy.quality(),
                null);
    }

    /** The customer rated how it was handled. */
    public void rated(Event.Feedback feedback) {
        attempt = attempt == null
                ? Attempt.felt(feedback.id(), feedback.time(), feedback.score())
                : attempt.rated(feedback.id(), feedback.time(), feedback.score());
    }

    /** The case was closed. */
    public void resolved(Instant when) {
        resolvedAt = when;
    }

    /** A promise about it was not kept: the case is open again. */
    public void wordBroken(EventId broken, Instant when, double howBadly) {
        brokenWords.add(new BrokenWord(broken, when, howBadly));
        resolvedAt = null;
    }

    /** The episode as it stands. */
    public Episode episode() {
        return new Episode(
                event,
                kind,
                severity,
                at,
                controllable,
                stable,
                loss,
                voice,
                repliedAt,
                updated,
                explained,
                contacts,
                attempt,
                resolvedAt,
                brokenWords,
                purchasesBefore);
    }

    /** The draft as it stands, to be continued from later. */
    public Snapshot snapshot() {
        return new Snapshot(episode(), failureRef, caseRef);
    }

    /** A draft that goes on from a snapshot. */
    public static EpisodeDraft continued(Snapshot from) {
        return new EpisodeDraft(from);
    }

    private void answered(Instant when) {
        if (repliedAt == null) {
            repliedAt = when;
        }
    }

    private void lose(@Nullable Money money) {
        if (money != null) {
            loss = Math.max(loss, money.toMainUnits());
        }
    }

    private static Set<FailureType> with(Set<FailureType> matched, @Nullable FailureType another) {
        if (another == null || matched.contains(another)) {
            return matched;
        }
        Set<FailureType> both = EnumSet.of(another);
        both.addAll(matched);
        return both;
    }
}
