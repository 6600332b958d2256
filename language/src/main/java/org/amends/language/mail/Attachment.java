package org.amends.language.mail;

/**
 * A part of a mail that is not in its text.
 *
 * @param name its file name, decoded; for a mail within the mail its subject; empty if it has none
 * @param type its media type in lower case, for example {@code image/png}
 * @param size its size in bytes, decoded
 * @param inline whether it belongs into the text, as a picture does
 */
public record Attachment(String name, String type, long size, boolean inline) {

    /** Whether it is an invitation or another calendar entry. */
    public boolean calendar() {
        return type.equals("text/calendar") || type.equals("application/ics");
    }

    /** Whether it is Outlook's own packing (winmail.dat), which holds further attachments. */
    public boolean winmail() {
        return type.equals("application/ms-tnef")
                || type.equals("application/vnd.ms-tnef")
                || name.equalsIgnoreCase("winmail.dat");
    }
}
