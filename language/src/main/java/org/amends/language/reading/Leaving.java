package org.amends.language.reading;

/** Whether the writer leaves. */
public enum Leaving {
    NO,
    /** On a condition. */
    THREAT,
    /** Says so, or asks to cancel or to close the account, with or without a grievance. */
    ANNOUNCED,
    ALREADY_LEFT
}
