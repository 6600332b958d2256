package org.amends.language.reading;

/** What kind of message it is. Only a {@link #COMPLAINT} opens a complaint. */
public enum MessageKind {
    COMPLAINT,
    QUESTION,
    /** Asks for something to be done, without a grievance. */
    REQUEST,
    PRAISE,
    THANKS,
    /** Out of office and other answers that no person wrote. */
    AUTO_REPLY,
    /** A mail came back. */
    BOUNCE,
    /** Word of a delivery, of goods or of a mail. */
    DELIVERY_REPORT,
    NEWSLETTER,
    SPAM,
    OTHER
}
