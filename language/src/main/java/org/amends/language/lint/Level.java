package org.amends.language.lint;

/** How bad a finding is, the worst first. */
public enum Level {
    /** The letter must not be sent. */
    ERROR,
    /** It will do less good than it could, or some harm. */
    WARNING,
    /** It could be better. */
    NOTE
}
