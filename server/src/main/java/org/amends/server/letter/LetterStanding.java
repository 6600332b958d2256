package org.amends.server.letter;

/** Where a letter stands. */
public enum LetterStanding {
    /** Somebody is writing it. */
    DRAFT,
    /** It was sent off and waits in the outbox, where it can be taken back. */
    QUEUED,
    /** A courier has it. */
    SENDING,
    /** It may have left and may not; a person decides. */
    DOUBTFUL,
    /** The mail server has taken it. */
    SENT,
    /** It was taken back; it can be changed and sent off again. */
    TAKEN_BACK,
    /** The mail server refused it, or could not be reached for days. */
    FAILED,
    /** It was taken and came back. */
    BOUNCED;

    /** Whether its text may be changed and it may be sent off. */
    public boolean open() {
        return this == DRAFT || this == TAKEN_BACK || this == FAILED || this == BOUNCED;
    }

    /** Whether a person has to look at it. */
    public boolean inTrouble() {
        return this == DOUBTFUL || this == FAILED || this == BOUNCED;
    }
}
