package org.amends.server.letter.delivery;

/** What came of handing a mail to the mail server. */
public sealed interface Handing {

    /** What the mail server said, or what went wrong, for people. */
    String words();

    /** The mail server has taken it and answers for it. */
    record Accepted(String words) implements Handing {}

    /** The mail server does not have it; later it may take it. */
    record Deferred(String words) implements Handing {}

    /** The mail server does not have it and will not take it. */
    record Refused(String words) implements Handing {}

    /** The mail server was told that the mail is complete, and its answer did not come. */
    record Doubtful(String words) implements Handing {}

    /** It was stopped before the mail server was told that it is complete. */
    record Withdrawn(String words) implements Handing {}
}
