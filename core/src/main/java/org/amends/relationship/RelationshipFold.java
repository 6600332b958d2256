package org.amends.relationship;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.amends.event.CustomerId;
import org.amends.event.Event;
import org.amends.event.EventId;
import org.amends.event.PreferenceSource;
import org.amends.event.Tier;
import org.amends.failure.EpisodeDraft;
import org.amends.money.Money;
import org.amends.policy.Policy;
import org.jspecify.annotations.Nullable;

/**
 * Goes over one customer's events in order of time and id, and keeps what later questions need.
 *
 * <p>A fold belongs to one thread. {@link #replay} makes the outcome independent of the order in which events arrived and of
 * how often: it sorts them and drops repetitions.
 */
public final class RelationshipFold {

    /** The one order of a history. */
    public static final Comparator<Event> ORDER =
            Comparator.comparing(Event::time).thenComparing(Event::id);

    /** From this rating on, an experience was good. */
    private static final double GOOD_RATING = 0.75;

    private final double goodwillHalfLife;
    private final double complaintHalfLife;
    private final double purchaseMoment;
    private final double engagementMoment;

    private @Nullable CustomerId customer;
    private @Nullable String brand;
    private Instant firstSeen = Instant.EPOCH;
    private Instant lastSeen = Instant.EPOCH;
    private @Nullable EventId lastEvent;
    private @Nullable Set<EventId> sameMoment;
    private Standing standing = Standing.ACTIVE;
    private @Nullable Turn turn;
    private Tier tier = Tier.NONE;
    private final FadingWeight goodwill = new FadingWeight();
    private final FadingWeight advocacy = new FadingWeight();
    private final FadingWeight engagement = new FadingWeight();
    private final FadingWeight ratings = new FadingWeight();
    private final FadingWeight keptWord = new FadingWeight();
    private final FadingWeight cancelled = new FadingWeight();
    private final FadingWeight bought = new FadingWeight();
    private @Nullable Instant lastAttention;
    private final Episodes episodes = new Episodes();
    private @Nullable List<Sign> competitorSignals;
    private @Nullable List<Sign> criticisms;
    private @Nullable Set<String> preferences;
    private @Nullable Map<String, String> promisesAbout;

    private final PurchaseTally purchases = new PurchaseTally();

    /** A fold with the half-lives of this policy. */
    public RelationshipFold(Policy policy) {
        this(FoldTerms.of(policy));
    }

    /** A fold under these terms. */
    public RelationshipFold(FoldTerms terms) {
        goodwillHalfLife = terms.goodwillHalfLife();
        complaintHalfLife = terms.complaintHalfLife();
        purchaseMoment = terms.purchaseMoment();
        engagementMoment = terms.engagementMoment();
    }

    /** A fold that goes on from a snapshot, which must have been taken under the same terms. */
    public static RelationshipFold continued(FoldSnapshot from, FoldTerms terms) {
        RelationshipFold fold = new RelationshipFold(terms);
        fold.restore(from);
        return fold;
    }

    /**
     * The state after these events, in whatever order and however often they arrived. Of several events with one id, the
     * earliest counts.
     *
     * @throws IllegalArgumentException when there are none, or they are of several customers
     */
    public static Relationship replay(Collection<? extends Event> anyOrder, Policy policy) {
        RelationshipFold fold = new RelationshipFold(policy);
        Set<EventId> taken = new HashSet<>();
        for (Event event : anyOrder.stream().sorted(ORDER).toList()) {
            if (taken.add(event.id())) {
                fold.apply(event);
            }
        }
        return fold.relationship();
    }

    /**
     * Takes the next event. An event that was just taken is ignored.
     *
     * @throws IllegalArgumentException when it belongs before one already taken, or to another customer
     */
    public void apply(Event event) {
        if (lastEvent == null) {
            begin(event);
        } else if (isRepeated(event, lastEvent)) {
            return;
        }
        lastSeen = event.time();
        lastEvent = event.id();
        switch (event) {
            case Event.Purchase purchase -> purchased(purchase);
            case Event.PurchaseCancelled undone -> gaveBack(event, undone.amount());
            case Event.Return sent -> gaveBack(event, sent.amount());
            case Event.Visit visit -> visited(visit);
            case Event.Engagement ignored -> engaged(event);
            case Event.MembershipChanged changed -> tier = changed.tier();
            case Event.AttentionGiven ignored -> attended(event);
            case Event.Failure failure -> episodes.add(EpisodeDraft.opened(failure));
            case Event.Complaint complaint -> episodes.complained(complaint);
            case Event.Contact contact -> episodes.contacted(contact);
            case Event.ReplySent reply -> episodes.replied(reply);
            case Event.RemedyGiven remedy -> episodes.remedied(remedy);
            case Event.IssueResolved resolved -> episodes.resolved(resolved);
            case Event.PromiseMade made -> promised(made);
            case Event.PromiseKept kept -> promiseKept(kept);
            case Event.PromiseBroken broken -> promiseBroken(broken);
            case Event.Feedback feedback -> rated(feedback);
            case Event.CompetitorSignal signal -> competed(event, signal.strength());
            case Event.PreferenceStated stated -> stated(stated);
            case Event.PreferenceWithdrawn withdrawn -> preferences().remove(withdrawn.preference());
            case Event.PreferenceViolated violated -> episodes.add(EpisodeDraft.opened(violated));
            case Event.Advocacy ignored -> advocated(event);
            case Event.PublicCriticism criticism -> criticised(criticism);
            case Event.DepartureAnnounced announced -> turned(Standing.LEAVING, event, announced.reason());
            case Event.Departed departed -> turned(Standing.LEFT, event, departed.reason());
            case Event.Parted ignored -> turned(Standing.PARTED, event, null);
            case Event.Returned ignored -> turned(Standing.ACTIVE, event, null);
            case Event.Erased ignored -> erased(event);
        }
    }

    /**
     * The state as it stands.
     *
     * @throws IllegalStateException when no event was taken
     */
    public Relationship relationship() {
        return new Relationship(
                begun(),
                brand,
                firstSeen,
                lastSeen,
                standing,
                turn,
                tier,
                purchases.told(),
                goodwill.sum(firstSeen),
                advocacy.sum(firstSeen),
                engagement.sum(firstSeen),
                ratings.sum(firstSeen),
                keptWord.sum(firstSeen),
                cancelled.sum(firstSeen),
                bought.sum(firstSeen),
                lastAttention,
                episodes.told(),
                List.of(),
                competitorSignals == null ? List.of() : competitorSignals,
                criticisms == null ? List.of() : criticisms,
                preferences == null ? Set.of() : preferences,
                0,
                false,
                null);
    }

    /**
     * All that the fold holds, to be continued from later.
     *
     * @throws IllegalStateException when no event was taken
     */
    public FoldSnapshot snapshot() {
        return new FoldSnapshot(
                begun(),
                brand,
                firstSeen,
                lastSeen,
                Objects.requireNonNull(lastEvent),
                sameMoment == null || sameMoment.size() < 2 ? new TreeSet<>() : new TreeSet<>(sameMoment),
                standing,
                turn,
                tier,
                new FoldSnapshot.Weights(
                        goodwill.snapshot(),
                        advocacy.snapshot(),
                        engagement.snapshot(),
                        ratings.snapshot(),
                        keptWord.snapshot(),
                        cancelled.snapshot(),
                        bought.snapshot()),
                lastAttention,
                episodes.snapshot(),
                competitorSignals == null ? List.of() : competitorSignals,
                criticisms == null ? List.of() : criticisms,
                preferences == null ? new TreeSet<>() : new TreeSet<>(preferences),
                promisesAbout == null ? new TreeMap<>() : new TreeMap<>(promisesAbout),
                purchases.snapshot(),
                purchases.givenBack());
    }

    private void restore(FoldSnapshot from) {
        customer = from.customer();
        brand = from.brand();
        firstSeen = from.firstSeen();
        lastSeen = from.lastSeen();
        lastEvent = from.lastEvent();
        sameMoment = from.sameMoment().isEmpty() ? null : new HashSet<>(from.sameMoment());
        standing = from.standing();
        turn = from.turn();
        tier = from.tier();
        goodwill.restore(from.weights().goodwill());
        advocacy.restore(from.weights().advocacy());
        engagement.restore(from.weights().engagement());
        ratings.restore(from.weights().ratings());
        keptWord.restore(from.weights().keptWord());
        cancelled.restore(from.weights().cancelled());
        bought.restore(from.weights().bought());
        lastAttention = from.lastAttention();
        competitorSignals = from.competitorSignals().isEmpty() ? null : new ArrayList<>(from.competitorSignals());
        criticisms = from.criticisms().isEmpty() ? null : new ArrayList<>(from.criticisms());
        preferences = from.preferences().isEmpty() ? null : new TreeSet<>(from.preferences());
        promisesAbout = from.promisesAbout().isEmpty() ? null : new HashMap<>(from.promisesAbout());
        purchases.restore(from.bought(), from.givenBack());
        episodes.restore(from.episodes(), purchases.count());
    }

    private CustomerId begun() {
        if (customer == null) {
            throw new IllegalStateException("A relationship begins with its first event; none was taken.");
        }
        return customer;
    }

    private void begin(Event event) {
        customer = event.customer();
        brand = event.header().brand();
        firstSeen = event.time();
    }

    private boolean isRepeated(Event event, EventId before) {
        if (!event.customer().equals(customer)) {
            throw new IllegalArgumentException(
                    "One fold takes one customer, %s, but was given %s.".formatted(customer, event.customer()));
        }
        int order = event.time().compareTo(lastSeen);
        if (order < 0) {
            throw new IllegalArgumentException("Event %s of %s comes before %s of %s. Maybe replay the history instead."
                    .formatted(event.id(), event.time(), before, lastSeen));
        }
        if (order > 0) {
            sameMoment = null;
            return false;
        }
        if (sameMoment == null) {
            sameMoment = new HashSet<>();
            sameMoment.add(before);
        }
        return !sameMoment.add(event.id());
    }

    private void purchased(Event.Purchase purchase) {
        purchases.bought(purchase);
        episodes.purchased();
        goodwill.add(purchaseMoment, purchase.time(), goodwillHalfLife);
        bought.add(1, purchase.time(), complaintHalfLife);
        if (standing == Standing.LEFT) {
            turned(Standing.ACTIVE, purchase, null);
        }
    }

    private void gaveBack(Event event, @Nullable Money amount) {
        purchases.gaveBack(amount);
        cancelled.add(1, event.time(), complaintHalfLife);
    }

    private void visited(Event.Visit visit) {
        if ("cancel_page".equals(visit.kind())) {
            competed(visit, 0.6);
        }
    }

    private void engaged(Event event) {
        engagement.add(1, event.time(), goodwillHalfLife);
        goodwill.add(engagementMoment, event.time(), goodwillHalfLife);
    }

    private void attended(Event event) {
        lastAttention = event.time();
        goodwill.add(1, event.time(), goodwillHalfLife);
    }

    private void advocated(Event event) {
        advocacy.add(1, event.time(), goodwillHalfLife);
        goodwill.add(1, event.time(), goodwillHalfLife);
    }

    private void promised(Event.PromiseMade made) {
        if (made.about() != null) {
            if (promisesAbout == null) {
                promisesAbout = new HashMap<>();
            }
            promisesAbout.put(made.ref(), made.about());
        }
    }

    private void promiseKept(Event.PromiseKept kept) {
        keptWord.add(1, kept.time(), goodwillHalfLife);
        goodwill.add(1, kept.time(), goodwillHalfLife);
    }

    private void promiseBroken(Event.PromiseBroken broken) {
        keptWord.add(-1, broken.time(), goodwillHalfLife);
        String about = promisesAbout == null ? null : promisesAbout.get(broken.ref());
        episodes.promiseBroken(broken, about);
    }

    private void rated(Event.Feedback feedback) {
        if (feedback.ref() != null && episodes.rated(feedback)) {
            return;
        }
        ratings.add(2 * feedback.score() - 1, feedback.time(), goodwillHalfLife);
        if (feedback.score() >= GOOD_RATING) {
            goodwill.add(1, feedback.time(), goodwillHalfLife);
        }
    }

    private void competed(Event event, double strength) {
        if (competitorSignals == null) {
            competitorSignals = new ArrayList<>();
        }
        competitorSignals.add(new Sign(event.id(), event.time(), strength));
    }

    private void criticised(Event.PublicCriticism criticism) {
        if (criticisms == null) {
            criticisms = new ArrayList<>();
        }
        criticisms.add(new Sign(criticism.id(), criticism.time(), criticism.severity()));
    }

    private void turned(Standing to, Event event, @Nullable String reason) {
        standing = to;
        turn = new Turn(event.id(), event.time(), reason);
    }

    /** What purchases only suggest is nothing that the customer said. */
    private void stated(Event.PreferenceStated stated) {
        if (stated.source() != PreferenceSource.PURCHASES) {
            preferences().add(stated.preference());
        }
    }

    private Set<String> preferences() {
        if (preferences == null) {
            preferences = new TreeSet<>();
        }
        return preferences;
    }

    /** Forgets everything but that there was somebody. */
    private void erased(Event event) {
        begin(event);
        tier = Tier.NONE;
        for (FadingWeight weight : List.of(goodwill, advocacy, engagement, ratings, keptWord, cancelled, bought)) {
            weight.clear();
        }
        lastAttention = null;
        episodes.clear();
        competitorSignals = null;
        criticisms = null;
        preferences = null;
        promisesAbout = null;
        purchases.clear();
        turned(Standing.ERASED, event, null);
    }
}
