package org.amends.language.mail;

/** A part of a mail that is not in its text, with its bytes. */
public final class MailFile {

    private final Attachment attachment;
    private final byte[] bytes;

    MailFile(Attachment attachment, byte[] bytes) {
        this.attachment = attachment;
        this.bytes = bytes;
    }

    /** Its file name, decoded; for a mail within the mail its subject; empty if it has none. */
    public String name() {
        return attachment.name();
    }

    /** The media type that the mail says, in lower case. */
    public String type() {
        return attachment.type();
    }

    /** Whether it belongs into the text, as a picture does. */
    public boolean inline() {
        return attachment.inline();
    }

    /** Its bytes, decoded. They are handed over, not copied: nobody changes them. */
    public byte[] bytes() {
        return bytes;
    }
}
