package org.amends.language.reading;

/** Who deals with a message. */
public enum Route {
    /** Somebody may be in danger or is threatened: a person reads it now, and nothing answers by itself. */
    HUMAN_NOW,
    /** A complaint, or what is not sure to be none. */
    CASE,
    /** An ordinary question, request or word of thanks. */
    INBOX,
    /** No person wrote it: nothing is opened and nothing is answered. */
    NOBODY
}
