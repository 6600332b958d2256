package org.amends.language.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Drops quoted mail: marked lines, and what follows the line with which a mail program introduces the mail it answers. */
final class QuotedLines {

    /** What was found. */
    enum Found {
        NOTHING,
        /** A mail that this one answers. */
        ANSWERED,
        /** A mail that this one passes on, or quoted lines of which nobody knows whose they are. */
        FORWARDED
    }

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final int LONGEST_LINE = 400;

    private static final Pattern ANSWERED = Pattern.compile(
            "^[-_*=—–\\s]{2,20}(?:original(?: |-)message|reply message|message d['’]origine|message (?:original|initial)|mensaje original"
                    + "|исходное сообщение|оригинальное сообщение|первоначальное сообщение|вихідне повідомлення|ursprüngliche nachricht"
                    + "|antwort nachricht|oprindelig meddelelse|messaggio originale|mensagem original|oorspronkelijk bericht)[-_*=—–\\s:]*+$",
            FLAGS);
    private static final Pattern FORWARDED = Pattern.compile(
            "^(?:[-_*=—–\\s]{2,20}(?:forwarded message|message (?:transféré|réexpédié)|mensaje (?:reenviado|transferido)"
                    + "|пересылаемое сообщение|пересланное сообщение|переадресованное сообщение|переслане повідомлення|weitergeleitete nachricht"
                    + "|forwarded by .{1,100}|transféré par .{1,100}|reenviado por .{1,100})[-_*=—–\\s:]*+"
                    + "|(?:begin forwarded message|début du message (?:réexpédié|transféré)|inicio del mensaje reenviado"
                    + "|начало (?:переадресованного|пересылаемого) сообщения)\\s*:)$",
            FLAGS);
    private static final Pattern ADVERT = Pattern.compile("^>{2,}.*<{2,}$");
    private static final Pattern RULE = Pattern.compile("^[_\\-=*]{5,}$");

    private QuotedLines() {}

    static Found drop(TextLines lines) {
        Found found = Found.NOTHING;
        boolean lonely = loneMark(lines);
        int i = 0;
        while (i < lines.count()) {
            if (lines.blank(i)) {
                i++;
                continue;
            }
            String line = lines.line(i);
            if (line.startsWith(">")) {
                if (!lonely && !ADVERT.matcher(line).matches()) {
                    lines.drop(i, i + 1);
                    found = found == Found.NOTHING ? Found.FORWARDED : found;
                }
                i++;
                continue;
            }
            Found introduced = introduced(lines, i);
            if (introduced != Found.NOTHING) {
                lines.drop(i > 0 && RULE.matcher(lines.line(i - 1)).matches() ? i - 1 : i, lines.count());
                return found == Found.ANSWERED ? found : introduced;
            }
            Attribution.Place place = Attribution.at(lines, i);
            if (place == null) {
                i++;
                continue;
            }
            found = Found.ANSWERED;
            lines.dropRest(i, place.column());
            lines.drop(i + 1, place.marksFollow() ? place.lastLine() + 1 : lines.count());
            i = place.marksFollow() ? place.lastLine() + 1 : lines.count();
        }
        return found;
    }

    /** Whether a line begins a mail that goes on to the end. */
    private static Found introduced(TextLines lines, int number) {
        Found separated = separator(lines.line(number));
        if (separated == Found.NOTHING && HeaderBlock.begins(lines, number)) {
            return firstWords(lines) == number ? Found.FORWARDED : Found.ANSWERED;
        }
        return separated;
    }

    private static Found separator(String line) {
        if (line.length() > LONGEST_LINE) {
            return Found.NOTHING;
        }
        if (ANSWERED.matcher(line).matches()) {
            return Found.ANSWERED;
        }
        Matcher forwarded = FORWARDED.matcher(line);
        return forwarded.matches() ? Found.FORWARDED : Found.NOTHING;
    }

    private static int firstWords(TextLines lines) {
        int first = 0;
        while (first < lines.count()
                && (lines.blank(first) || RULE.matcher(lines.line(first)).matches())) {
            first++;
        }
        return first;
    }

    /** "&gt;3 weeks" is the writer's own way to say "more than". */
    private static boolean loneMark(TextLines lines) {
        int marked = 0;
        boolean number = false;
        for (int i = 0; i < lines.count() && marked < 2; i++) {
            String line = lines.line(i);
            if (line.startsWith(">")) {
                marked++;
                String rest = line.substring(1).strip();
                number = !rest.isEmpty() && Character.isDigit(rest.charAt(0));
            }
        }
        return marked == 1 && number;
    }
}
