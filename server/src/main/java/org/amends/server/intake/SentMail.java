package org.amends.server.intake;

import java.util.Collection;
import java.util.Optional;

/** Implemented by whatever sends mail to customers, so that an answer or a returned mail finds its case. */
public interface SentMail {

    /**
     * The reference of the case of the newest letter with one of these ids.
     *
     * @param messageIds as in the headers of mail, without brackets
     */
    Optional<String> caseOf(Collection<String> messageIds);

    /**
     * One of these came back.
     *
     * @param messageIds ids that the report names; those that are not ours are of no meaning
     * @param reason the words of the mail server
     * @return the reference of the case that now knows of it, or empty when none of them is ours
     */
    Optional<String> cameBack(Collection<String> messageIds, String reason);
}
