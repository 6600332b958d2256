package org.amends.language.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words with which a mail program introduces a quotation: "On Monday, 3 May 2027 at 10:12, Ann wrote:". */
final class Attribution {

    /**
     * Where such words stand.
     *
     * @param column where they begin in their first line
     * @param lastLine the line with which they end
     * @param marksFollow whether the quoted lines after them are marked; else all that follows is quoted
     */
    record Place(int column, int lastLine, boolean marksFollow) {}

    private static final int MOST_LINES = 4;
    private static final int LONGEST = 500;
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final String WROTE =
            "(?:wrote|writes|sent|a écrit|à écrit|écrivait|escribió|escribio|ha escrito|написала?|написал\\s?\\(а\\)|написали|пишет|писала?|писал\\(а\\)"
                    + "|пише|написав|napisał|napisała|schreef|geschreven|schrieb|skrev|ha scritto|escreveu)";
    private static final String DAY =
            "(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim|mié|mie|jue|vie|sáb|sab|dom|пн|вт|ср|чт|пт|сб|вс"
                    + "|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)\\p{L}{0,8}\\.?,?\\s";
    private static final Pattern START = Pattern.compile(
            "^[-\\s]{0,12}(?:(?:on|le|el|em|il|am|op|den|på|dnia|w dniu|sent from)\\s|\\d{1,4}[./-]\\d|\\d{1,2}\\s\\p{L}{3,10}\\.?,?\\s\\d{4}|"
                    + DAY + "|(?:вы|пользователь)\\s)",
            FLAGS);
    private static final Pattern END = Pattern.compile(
            "(?:(?:\\s|^|>|\\))" + WROTE + "(?:\\s(?:the following|ce qui suit|lo siguiente|следующее))?\\s?:[-\\s]*+|"
                    + WROTE + "-{2,}|@[^\\s>]{1,200}>{1,2}\\)?\\s?:|@[^\\s>]{1,200}\\)\\s?:)$",
            FLAGS);
    private static final Pattern DATED_ADDRESS =
            Pattern.compile("^\\d{4}/\\d{1,2}/\\d{1,2} .{1,100}<[^<>\\s]{1,100}@[^<>\\s]{1,100}>$");
    private static final Pattern TIME = Pattern.compile("\\b\\d{1,2}[:.h]\\d{2}\\b");
    private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)\\d\\d\\b");
    private static final Pattern DATE = Pattern.compile("\\d{1,2}[./-]\\d{1,2}|\\b\\d{1,2}\\b");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]{1,200}@[^\\s@]{1,200}");
    private static final Pattern TALK = Pattern.compile(
            "\\b(?:I|we|you|your|yours|je|j['’]ai|vous|votre|vos|nous|yo|me|usted|ustedes|su|sus|я|мы|вы|вас|ваш\\p{L}{0,3})\\b",
            FLAGS | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern WITHIN_LINE = Pattern.compile(
            "(?:\\s|-{3}\\s?)(?:On|Le|El)\\s(?=.{0,80}\\d{1,2}[:/.]\\d{2}).{3,200}@.{2,200}\\s(?:wrote|a écrit|escribió)\\s?:$");

    private Attribution() {}

    /** The words that begin in a line, or null if none do. */
    static @Nullable Place at(TextLines lines, int first) {
        String line = lines.line(first);
        if (line.length() > LONGEST) {
            return null;
        }
        boolean starts = START.matcher(line).find();
        Place within = starts ? null : within(lines, first);
        if (within != null) {
            return within;
        }
        StringBuilder joined = new StringBuilder();
        for (int last = first; last < Math.min(lines.count(), first + MOST_LINES); last++) {
            String next = lines.line(last);
            boolean goesOn = last == first || (starts && !next.isEmpty() && !next.startsWith(">"));
            if (!goesOn) {
                break;
            }
            joined.append(joined.isEmpty() ? "" : " ").append(next);
            if (joined.length() > LONGEST) {
                break;
            }
            if (ends(joined)) {
                return judged(lines, joined.toString(), last, starts);
            }
        }
        return null;
    }

    private static boolean ends(CharSequence joined) {
        char last = joined.charAt(joined.length() - 1);
        return (last == ':' || last == '-' || last == '>')
                && (END.matcher(joined).find() || DATED_ADDRESS.matcher(joined).matches());
    }

    private static @Nullable Place judged(TextLines lines, String words, int last, boolean starts) {
        boolean marks = marksFollow(lines, last + 1);
        boolean address = words.indexOf('@') > 0;
        boolean time = TIME.matcher(words).find();
        boolean year = YEAR.matcher(words).find();
        boolean introduces = marks && ((starts && DATE.matcher(words).find()) || address);
        boolean plain = starts
                && ((address && (time || year)) || (time && year))
                && !TALK.matcher(withoutAddresses(words)).find();
        return introduces || plain ? new Place(0, last, marks) : null;
    }

    /** "me@example.com" is no talk of "me". */
    private static String withoutAddresses(String words) {
        return ADDRESS.matcher(words).replaceAll("");
    }

    private static @Nullable Place within(TextLines lines, int first) {
        String line = lines.whole(first);
        if (line.length() > LONGEST || !line.stripTrailing().endsWith(":")) {
            return null;
        }
        Matcher matcher = WITHIN_LINE.matcher(line.stripTrailing());
        return matcher.find() ? new Place(matcher.start(), first, marksFollow(lines, first + 1)) : null;
    }

    private static boolean marksFollow(TextLines lines, int from) {
        int next = from;
        while (next < lines.count() && lines.blank(next)) {
            next++;
        }
        return next < lines.count() && lines.line(next).startsWith(">");
    }
}
