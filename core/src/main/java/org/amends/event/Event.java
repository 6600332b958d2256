package org.amends.event;

import java.time.Instant;
import org.amends.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One fact about one relationship.
 *
 * <p>Facts are appended, never changed. A mistake is answered by a later event, not by editing an old one. Events order by
 * time, then by id, so that a history has one order however it arrived.
 */
public sealed interface Event {

    /** Who, when and which. */
    EventHeader header();

    /** Which kind of event this is, by its stable name. */
    EventType type();

    /** The event's identity. */
    default EventId id() {
        return header().id();
    }

    /** Whose relationship it belongs to. */
    default CustomerId customer() {
        return header().customer();
    }

    /** When it happened, UTC. */
    default Instant time() {
        return header().time();
    }

    /**
     * The customer bought.
     *
     * @param ref the order
     * @param amount what was paid
     * @param kind the category bought, for the breadth of the relationship
     */
    record Purchase(
            EventHeader header,
            @Nullable String ref,
            @Nullable Money amount,
            @Nullable String kind) implements Event {
        @Override
        public EventType type() {
            return EventType.PURCHASE;
        }
    }

    /**
     * A purchase was undone before or after delivery, by either side.
     *
     * @param ref the order
     * @param amount what was given back
     */
    record PurchaseCancelled(
            EventHeader header,
            @Nullable String ref,
            @Nullable Money amount) implements Event {
        @Override
        public EventType type() {
            return EventType.PURCHASE_CANCELLED;
        }
    }

    /**
     * The customer sent goods back.
     *
     * @param ref the order
     * @param amount what was given back
     * @param kind the reason
     */
    record Return(
            EventHeader header,
            @Nullable String ref,
            @Nullable Money amount,
            @Nullable String kind) implements Event {
        @Override
        public EventType type() {
            return EventType.RETURN;
        }
    }

    /**
     * The customer came to a shop, site or page.
     *
     * @param kind the page or place; {@code cancel_page} counts as a competitor signal
     */
    record Visit(EventHeader header, @Nullable String kind) implements Event {
        @Override
        public EventType type() {
            return EventType.VISIT;
        }
    }

    /**
     * The customer took part without buying: a review, an event, a club, a reply.
     *
     * @param kind what kind of taking part
     */
    record Engagement(EventHeader header, @Nullable String kind) implements Event {
        @Override
        public EventType type() {
            return EventType.ENGAGEMENT;
        }
    }

    /**
     * The customer moved to another level of the loyalty programme.
     *
     * @param tier the new level
     */
    record MembershipChanged(EventHeader header, Tier tier) implements Event {
        @Override
        public EventType type() {
            return EventType.MEMBERSHIP_CHANGED;
        }
    }

    /**
     * The company gave attention that was not a sales message: thanks, a call, a gift, a review of the account.
     *
     * @param kind what was given
     */
    record AttentionGiven(EventHeader header, @Nullable String kind) implements Event {
        @Override
        public EventType type() {
            return EventType.ATTENTION_GIVEN;
        }
    }

    /**
     * Something went wrong in the service (a critical incident).
     *
     * @param ref the order or case; later events name it to speak of this failure
     * @param kind what went wrong
     * @param severity 0 trifling to 1 grave; null takes the catalogue's default
     * @param atStake what the customer lost or risked
     * @param controllable whether the company could have prevented it; null takes the catalogue's default
     * @param stable whether the cause is likely to recur; null takes the catalogue's default
     */
    record Failure(
            EventHeader header,
            @Nullable String ref,
            FailureKind kind,
            @Nullable Double severity,
            @Nullable Money atStake,
            @Nullable Boolean controllable,
            @Nullable Boolean stable)
            implements Event {
        public Failure {
            Unit.requireUnit("severity", severity);
        }

        @Override
        public EventType type() {
            return EventType.FAILURE;
        }
    }

    /**
     * The customer spoke up to the company.
     *
     * @param ref the failure's ref, or the case
     * @param kind what it is about, when known
     * @param severity 0 to 1 as the customer tells it
     * @param claimed what is asked for
     * @param want what it is for
     * @param hostility its tone
     */
    record Complaint(
            EventHeader header,
            @Nullable String ref,
            @Nullable FailureKind kind,
            @Nullable Double severity,
            @Nullable Money claimed,
            Want want,
            Hostility hostility)
            implements Event {
        public Complaint {
            Unit.requireUnit("severity", severity);
        }

        @Override
        public EventType type() {
            return EventType.COMPLAINT;
        }
    }

    /**
     * The customer got in touch about something, again or for the first time.
     *
     * @param ref what it is about
     * @param channel how
     */
    record Contact(
            EventHeader header,
            @Nullable String ref,
            @Nullable String channel) implements Event {
        @Override
        public EventType type() {
            return EventType.CONTACT;
        }
    }

    /**
     * The company answered.
     *
     * @param ref what it answers
     * @param kind what the answer was; an automatic one is no real answer
     */
    record ReplySent(EventHeader header, @Nullable String ref, ReplyKind kind) implements Event {
        @Override
        public EventType type() {
            return EventType.REPLY_SENT;
        }
    }

    /**
     * The company gave one element of a recovery.
     *
     * @param ref the failure or case
     * @param kind which remedy, for example {@code refund}, {@code apology}
     * @param amount its worth
     * @param quality how well it was done, 0 to 1, when known
     */
    record RemedyGiven(
            EventHeader header,
            @Nullable String ref,
            String kind,
            @Nullable Money amount,
            @Nullable Double quality) implements Event {
        public RemedyGiven {
            Unit.requireUnit("quality", quality);
        }

        @Override
        public EventType type() {
            return EventType.REMEDY_GIVEN;
        }
    }

    /**
     * The failure or complaint was closed.
     *
     * @param ref which one; null resolves everything open
     */
    record IssueResolved(EventHeader header, @Nullable String ref) implements Event {
        @Override
        public EventType type() {
            return EventType.ISSUE_RESOLVED;
        }
    }

    /**
     * The company promised something by a time.
     *
     * @param ref the promise
     * @param about the failure or case it concerns
     * @param due until when
     */
    record PromiseMade(
            EventHeader header,
            String ref,
            @Nullable String about,
            @Nullable Instant due) implements Event {
        @Override
        public EventType type() {
            return EventType.PROMISE_MADE;
        }
    }

    /**
     * The promise was kept, with proof.
     *
     * @param ref the promise
     */
    record PromiseKept(EventHeader header, String ref) implements Event {
        @Override
        public EventType type() {
            return EventType.PROMISE_KEPT;
        }
    }

    /**
     * The promise was not kept.
     *
     * @param ref the promise
     * @param severity 0 to 1; null takes the catalogue's default
     */
    record PromiseBroken(
            EventHeader header, String ref, @Nullable Double severity) implements Event {
        public PromiseBroken {
            Unit.requireUnit("severity", severity);
        }

        @Override
        public EventType type() {
            return EventType.PROMISE_BROKEN;
        }
    }

    /**
     * The customer rated something.
     *
     * @param ref the order or case it rates; null rates the company
     * @param score 0 worst to 1 best, brought to this range from the scale used
     */
    record Feedback(EventHeader header, @Nullable String ref, double score) implements Event {
        public Feedback {
            Unit.requireUnit("score", score);
        }

        @Override
        public EventType type() {
            return EventType.FEEDBACK;
        }
    }

    /**
     * Something showed that the customer looks elsewhere: a price match asked, a rival named, a request to move the account.
     *
     * @param kind what showed it
     * @param strength 0 faint to 1 plain
     */
    record CompetitorSignal(EventHeader header, @Nullable String kind, double strength) implements Event {
        public CompetitorSignal {
            Unit.requireUnit("strength", strength);
        }

        @Override
        public EventType type() {
            return EventType.COMPETITOR_SIGNAL;
        }
    }

    /**
     * The customer made a lasting need or wish known.
     *
     * @param preference in snake case, for example {@code vegetarian}
     * @param source from whom the company knows it
     * @param validFrom from when on it holds; null from the moment of stating
     * @param validUntil until when it holds, exclusive; null without end
     */
    record PreferenceStated(
            EventHeader header,
            String preference,
            PreferenceSource source,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil)
            implements Event {
        public PreferenceStated {
            if (validFrom != null && validUntil != null && !validFrom.isBefore(validUntil)) {
                throw new IllegalArgumentException("valid_from must be before valid_until but they were %s and %s."
                        .formatted(validFrom, validUntil));
            }
        }

        /** Stated by the customer, from now on and without end. */
        public PreferenceStated(EventHeader header, String preference) {
            this(header, preference, PreferenceSource.CUSTOMER, null, null);
        }

        @Override
        public EventType type() {
            return EventType.PREFERENCE_STATED;
        }
    }

    /**
     * The customer took a need or wish back.
     *
     * @param preference as it was stated
     */
    record PreferenceWithdrawn(EventHeader header, String preference) implements Event {
        @Override
        public EventType type() {
            return EventType.PREFERENCE_WITHDRAWN;
        }
    }

    /**
     * The company disregarded a known need or wish.
     *
     * @param ref the order or contact
     * @param preference which one
     * @param severity 0 to 1; null takes the catalogue's default
     */
    record PreferenceViolated(
            EventHeader header,
            @Nullable String ref,
            @Nullable String preference,
            @Nullable Double severity) implements Event {
        public PreferenceViolated {
            Unit.requireUnit("severity", severity);
        }

        @Override
        public EventType type() {
            return EventType.PREFERENCE_VIOLATED;
        }
    }

    /**
     * The customer recommended or defended the company.
     *
     * @param kind how
     */
    record Advocacy(EventHeader header, @Nullable String kind) implements Event {
        @Override
        public EventType type() {
            return EventType.ADVOCACY;
        }
    }

    /**
     * The customer criticised the company in public.
     *
     * @param kind where
     * @param severity 0 mild to 1 a campaign
     */
    record PublicCriticism(EventHeader header, @Nullable String kind, double severity) implements Event {
        public PublicCriticism {
            Unit.requireUnit("severity", severity);
        }

        @Override
        public EventType type() {
            return EventType.PUBLIC_CRITICISM;
        }
    }

    /**
     * The customer said that they leave.
     *
     * @param reason as given
     */
    record DepartureAnnounced(EventHeader header, @Nullable String reason) implements Event {
        @Override
        public EventType type() {
            return EventType.DEPARTURE_ANNOUNCED;
        }
    }

    /**
     * The customer left: closed the account or said they stopped.
     *
     * @param reason as given, for example {@code price}, {@code service}
     */
    record Departed(EventHeader header, @Nullable String reason) implements Event {
        @Override
        public EventType type() {
            return EventType.DEPARTED;
        }
    }

    /**
     * The company ended the relationship decently (the clean break).
     */
    record Parted(EventHeader header) implements Event {
        @Override
        public EventType type() {
            return EventType.PARTED;
        }
    }

    /**
     * The customer came back from their own side.
     */
    record Returned(EventHeader header) implements Event {
        @Override
        public EventType type() {
            return EventType.RETURNED;
        }
    }

    /**
     * The person's data were erased; what came before is forgotten.
     */
    record Erased(EventHeader header) implements Event {
        @Override
        public EventType type() {
            return EventType.ERASED;
        }
    }
}
