package org.amends.language.mail;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The lines "From, Sent, To, Subject" that Outlook and others put before the mail that is answered. */
final class HeaderBlock {

    private enum Key {
        FROM,
        DATE,
        SENT,
        TO,
        SUBJECT
    }

    private static final int MOST_LINES = 9;
    private static final int LONGEST_LINE = 1000;
    private static final Pattern LINE = Pattern.compile(
            "^\\*{0,2}(?:(from|de|от(?: кого)?|від|expéditeur|remitente|von|fra|från|da|отправитель)"
                    + "|(date|fecha|дата|datum)"
                    + "|(sent|envoyé(?: le)?|enviado(?: el)?|отправлено|надіслано|gesendet|sendt|skickat)"
                    + "|(to|cc|bcc|à|a|para|destinataire|destinatario|кому|копия|копія|reply-to|répondre à|responder a|cci|an|til|till|получатель)"
                    + "|(subject|objet|asunto|тема|betreff|emne|ämne|oggetto))\\s?\\*{0,2}\\s?:\\*{0,2}(.*)$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private HeaderBlock() {}

    /**
     * Whether such a block begins at a line. A traveller writes "From: Paris, To: Madrid, Date: 3 May" as well, so it takes a
     * mail address, a subject with a date, or the word "sent".
     */
    static boolean begins(TextLines lines, int first) {
        Key begin = key(lines.line(first));
        if (begin == null || begin == Key.TO) {
            return false;
        }
        Set<Key> keys = EnumSet.of(begin);
        boolean address = false;
        int foreign = 0;
        for (int i = first; i < Math.min(lines.count(), first + MOST_LINES) && !lines.blank(i) && foreign < 3; i++) {
            String line = lines.line(i);
            Key key = key(line);
            if (key != null) {
                keys.add(key);
                foreign = 0;
            } else {
                foreign++;
            }
            address |= line.length() < LONGEST_LINE
                    && (key == Key.FROM || key == Key.TO || key == null)
                    && line.indexOf('@') > 0;
        }
        boolean dated = keys.contains(Key.DATE) || keys.contains(Key.SENT);
        boolean byAddress = address && keys.size() >= 2 && (keys.contains(Key.FROM) || dated);
        boolean bySubject = keys.size() >= 3 && ((keys.contains(Key.SUBJECT) && dated) || keys.contains(Key.SENT));
        boolean afterRule = address
                && begin == Key.FROM
                && first > 0
                && lines.line(first - 1).startsWith("_____");
        return byAddress || bySubject || afterRule;
    }

    private static @Nullable Key key(String line) {
        int colon = line.indexOf(':');
        if (colon < 0 || colon > 24 || line.length() > LONGEST_LINE) {
            return null;
        }
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            return null;
        }
        if (matcher.group(1) != null) {
            return Key.FROM;
        }
        if (matcher.group(2) != null) {
            return Key.DATE;
        }
        if (matcher.group(3) != null) {
            return Key.SENT;
        }
        return matcher.group(4) != null ? Key.TO : Key.SUBJECT;
    }
}
