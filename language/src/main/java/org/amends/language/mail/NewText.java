package org.amends.language.mail;

/**
 * What of a message its writer wrote now: quoted mail, signatures and disclaimers are no part of it.
 *
 * <p>Where it is not clear whether a line is the writer's own, it is: words of an old mail do little harm, and a sentence lost
 * may be the one that counts.
 */
public final class NewText {

    private NewText() {}

    /**
     * The text with blanks in place of what is not new. It has the same length and the same line breaks, so that places in it
     * stay the same.
     *
     * <p>A message that only forwards something is kept as it is: there is nothing else to read in it.
     *
     * @param text a whole message as plain text
     */
    public static String of(String text) {
        TextLines lines = TextLines.of(text);
        QuotedLines.Found quoted = QuotedLines.drop(lines);
        SignatureLines.drop(lines);
        Disclaimers.drop(lines);
        if (!lines.changed()) {
            return text;
        }
        String kept = lines.blanked();
        boolean empty = kept.chars().noneMatch(Character::isLetterOrDigit);
        return empty && quoted != QuotedLines.Found.ANSWERED ? text : kept;
    }
}
