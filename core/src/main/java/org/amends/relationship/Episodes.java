package org.amends.relationship;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.amends.event.Event;
import org.amends.failure.Episode;
import org.amends.failure.EpisodeDraft;
import org.jspecify.annotations.Nullable;

/** The failures and complaints of one history while the fold goes over it, and the rules by which later events find theirs. */
final class Episodes {

    /** A complaint that names no ref speaks of a failure at most this old. Knox and van Oest 2014: 28 days on average. */
    private static final Duration COMPLAINT_REACH = Duration.ofDays(90);

    private @Nullable List<EpisodeDraft> drafts;
    private long purchases;

    /** The customer bought once more. */
    void purchased() {
        purchases++;
    }

    void add(EpisodeDraft draft) {
        draft.after(purchases);
        if (drafts == null) {
            drafts = new ArrayList<>(2);
        }
        drafts.add(draft);
    }

    void clear() {
        drafts = null;
        purchases = 0;
    }

    List<Episode> told() {
        return drafts == null
                ? List.of()
                : drafts.stream().map(EpisodeDraft::episode).toList();
    }

    List<EpisodeDraft.Snapshot> snapshot() {
        return drafts == null
                ? List.of()
                : drafts.stream().map(EpisodeDraft::snapshot).toList();
    }

    void restore(List<EpisodeDraft.Snapshot> from, long purchasesBefore) {
        drafts = from.isEmpty()
                ? null
                : new ArrayList<>(from.stream().map(EpisodeDraft::continued).toList());
        purchases = purchasesBefore;
    }

    void complained(Event.Complaint complaint) {
        EpisodeDraft known = about(complaint.ref());
        if (known == null) {
            known = unvoicedBefore(complaint);
        }
        if (known == null) {
            add(EpisodeDraft.opened(complaint));
        } else {
            known.voiced(complaint);
        }
    }

    void contacted(Event.Contact contact) {
        EpisodeDraft known = aboutOrLatestOpen(contact.ref());
        if (known != null) {
            known.contacted();
        }
    }

    void replied(Event.ReplySent reply) {
        EpisodeDraft known = aboutOrLatestOpen(reply.ref());
        if (known != null) {
            known.replied(reply.time(), reply.kind());
        }
    }

    void remedied(Event.RemedyGiven remedy) {
        EpisodeDraft known = aboutOrLatestOpen(remedy.ref());
        if (known != null) {
            known.remedied(remedy);
        }
    }

    /** Without a ref, everything open is resolved. */
    void resolved(Event.IssueResolved resolved) {
        String ref = resolved.ref();
        if (drafts == null) {
            return;
        }
        for (EpisodeDraft draft : drafts) {
            if (draft.open() && (ref == null || draft.isAbout(ref))) {
                draft.resolved(resolved.time());
            }
        }
    }

    void promiseBroken(Event.PromiseBroken broken, @Nullable String about) {
        EpisodeDraft known = about(about);
        if (known == null) {
            add(EpisodeDraft.opened(broken));
        } else {
            known.wordBroken(broken.id(), broken.time(), broken.severity() == null ? 0.5 : broken.severity());
        }
    }

    /** Whether the rating is of one of the episodes. */
    boolean rated(Event.Feedback feedback) {
        EpisodeDraft known = about(feedback.ref());
        if (known == null) {
            return false;
        }
        known.rated(feedback);
        return true;
    }

    /** The latest episode of this ref, an open one before a closed one. */
    private @Nullable EpisodeDraft about(@Nullable String ref) {
        if (ref == null || drafts == null) {
            return null;
        }
        EpisodeDraft closed = null;
        for (int i = drafts.size() - 1; i >= 0; i--) {
            EpisodeDraft draft = drafts.get(i);
            if (draft.isAbout(ref)) {
                if (draft.open()) {
                    return draft;
                }
                closed = closed == null ? draft : closed;
            }
        }
        return closed;
    }

    /** An event that names a ref nobody knows speaks of something else, so only one without a ref goes to the latest open. */
    private @Nullable EpisodeDraft aboutOrLatestOpen(@Nullable String ref) {
        if (ref != null || drafts == null) {
            return about(ref);
        }
        for (int i = drafts.size() - 1; i >= 0; i--) {
            if (drafts.get(i).open()) {
                return drafts.get(i);
            }
        }
        return null;
    }

    /** The latest open failure that the complaint can be about: unvoiced, recent, and of the same kind where one is named. */
    private @Nullable EpisodeDraft unvoicedBefore(Event.Complaint complaint) {
        if (drafts == null) {
            return null;
        }
        for (int i = drafts.size() - 1; i >= 0; i--) {
            EpisodeDraft draft = drafts.get(i);
            boolean recent = draft.at().isAfter(complaint.time().minus(COMPLAINT_REACH));
            boolean sameKind = complaint.kind() == null || draft.isOf(complaint.kind());
            if (draft.open() && !draft.voiced() && recent && sameKind) {
                return draft;
            }
        }
        return null;
    }
}
