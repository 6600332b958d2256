package org.amends.server.letter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a letter on its way.
 *
 * @param actor who did it, as the audit log names them
 * @param words of the mail server, or why; null where there is nothing to say
 */
public record LogLine(
        Instant at, String actor, What what, @Nullable String words) {

    /** What happened. */
    public enum What {
        DRAFTED,
        EDITED,
        QUEUED,
        TAKEN_BACK,
        /** The rules of the case no longer allowed it when its time came. */
        HELD_BACK,
        /** The mail server has taken it. */
        ACCEPTED,
        /** The mail server could not take it for now. */
        DEFERRED,
        /** The mail server will not take it. */
        REFUSED,
        /** It was given up after days. */
        GIVEN_UP,
        /** It is not known whether the mail server has taken it. */
        DOUBTED,
        /** It was found in the folder of sent mail. */
        FOUND,
        /** A person says that it arrived. */
        ARRIVED,
        /** A person sends it again. */
        SENT_AGAIN,
        /** It came back. */
        BOUNCED,
        /** Its words were taken out with the person they told of. */
        ERASED
    }
}
