package org.amends.policy;

/** What was lost in a failure, which decides what compensation matches it (Roschk and Gelbrich 2014). */
public enum FailureType {
    /** Money was lost: money back at once matches. */
    MONETARY,
    /** The thing is flawed: exchange matches. */
    PRODUCT,
    /** The service was not performed well: performing it again matches. */
    SERVICE,
    /** The customer was not regarded: psychological redress matches. */
    ATTENTION
}
