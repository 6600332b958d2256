package org.amends.language.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Drops signatures at the end of what was written, before a quotation or at the very end. */
final class SignatureLines {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final int MOST_LINES = 12;
    private static final int MOST_LINES_AFTER_MARK = 25;
    private static final int LONGEST_LINE = 100;

    private static final String DEVICE_NAME =
            "(?:iphone|ipad|ipod|ios|samsung|galaxy|android|blackberry|huawei|xiaomi|redmi|honor|oneplus|nokia|htc|sony|lg\\b|motorola|windows phone"
                    + "|outlook|mail(?:box)?\\b|mail\\.ru|yandex|яндекс|gmail|yahoo|proton|sparrow|acompli|spark|mobile|mobil\\p{L}*|smartphone|phone|téléphone|teléfono"
                    + "|móvil|celular|dispositivo|appareil|terminal|телефон\\p{L}*|мобильн\\p{L}*|смартфон\\p{L}*|айфон\\p{L}*|tablet\\p{L}*|orange|sfr|почт\\p{L}*|мобильной)";
    private static final Pattern DEVICE = Pattern.compile(
            "^(?:(?:sent|written) (?:wirelessly )?(?:from|via|with|using|by)|get|envoyé(?:e)?(?: sans fil)? (?:de|depuis|à partir|par|via|avec)|téléchargez"
                    + "|enviado (?:desde|con|por|vía|via|mediante)|mandado desde|отправлено (?:с|из|через)|послано с|написано с|надіслано з|gesendet von|inviato da)\\s"
                    + "(?:[^.!?:;]{0,40}\\s|l['’]|d['’])?" + DEVICE_NAME + "(?:[^.!?;]|\\.(?=\\p{L})){0,70}[.!]?$"
                    + "|^via (?:mobile|phone|iphone|android)$|^(?:sent|envoyé|enviado|отправлено) .{0,10}\\(?https?://\\S{1,80}\\)?$",
            FLAGS);
    private static final Pattern DEVICE_AT_END = Pattern.compile(
            "(?<=[.!?…]) {1,3}(?:sent from my|envoyé de mon|enviado desde mi|отправлено с(?: моего)?)\\s" + DEVICE_NAME
                    + "\\.?$",
            FLAGS);
    private static final Pattern MARK = Pattern.compile("^(?:--|[-_=—–*~]{2,80})$");
    private static final Pattern CLOSING = Pattern.compile(
            "^(?:(?:(?:with |my |our )?(?:kind(?:est)?|best|warm(?:est)?|many)?\\s?(?:regards|wishes|greetings)|best|yours? (?:sincerely|faithfully|truly)|sincerely(?: yours)?"
                    + "|respectfully|cheers|thank(?:s| you)(?: (?:again|in advance|very much|so much))?|many thanks|br|rgds|cordially"
                    + "|(?:bien )?cordialement|sincères? salutations|salutations(?: distinguées)?|bien à vous|respectueusement|merci(?: d['’]avance| beaucoup)?|cdlt|bàv"
                    + "|(?:un )?(?:cordial |atento )?saludos?(?: cordial(?:es)?)?|atentamente|(?:muchas )?gracias(?: de antemano)?|reciban? un (?:cordial )?saludo"
                    + "|с (?:уважением|наилучшими пожеланиями|приветом)|(?:заранее )?(?:спасибо|благодарю)|всего (?:доброго|хорошего)|искренне ваш[аи]?|з повагою)"
                    + "\\s?[,.!]{0,2})$",
            FLAGS);
    private static final Pattern LONG_CLOSING = Pattern.compile(
            "^(?:(?:je vous prie|veuillez|nous vous prions|dans l['’]attente).{0,100}(?:salutations|sentiments).{0,60}|[Ll]e saluda.{0,30}|sin otro particular.{0,60})$",
            FLAGS);
    private static final Pattern ADDRESS = Pattern.compile(
            "[^\\s@]{1,80}@[^\\s@]{1,80}\\.\\p{L}{2,}|\\b(?:https?://|www\\.)\\S|\\b(?:tel|tél|mob|fax|phone|cell|skype|telegram|whatsapp|т|тел|моб|факс)\\b\\.?\\s?:?\\s?[+(\\d@\\p{L}]|(?:\\+|\\(|\\b)\\d[\\d\\s().-]{6,20}\\d\\b",
            FLAGS);
    private static final Pattern STREET = Pattern.compile(
            "^\\d{1,5}[,\\s]{1,2}.{3,60}|.{3,60}\\s\\d{4,6}(?:\\s.{2,40})?|\\p{L}.{3,50},?\\s\\d{1,4}\\s?\\p{L}?$|.{0,40}\\b(?:ул|улица|пр|дом|кв|calle|avenida|rue|avenue|street|road|lane)\\b.{0,40}",
            FLAGS);
    private static final Pattern SMALL_WORD = Pattern.compile(
            "(?:de|du|des|la|le|les|el|los|et|y|e|of|the|and|for|at|in|en|d|l|von|van|и|по|из|г|отдела|отдел|a|à|al|del|via|&|\\||-|–|—|/)",
            FLAGS);
    private static final Pattern NUMBER = Pattern.compile("\\d+\\p{L}?|№");
    private static final Pattern WORDS = Pattern.compile("[\\s,;'’]+");

    private SignatureLines() {}

    static void drop(TextLines lines) {
        int end = lines.count();
        while (end > 0) {
            while (end > 0 && (lines.dropped(end - 1) || lines.blank(end - 1))) {
                end--;
            }
            int start = end;
            while (start > 0 && !lines.dropped(start - 1)) {
                start--;
            }
            if (end > start) {
                part(lines, start, end);
            }
            end = start;
        }
    }

    /** Looks for the signature of a part that lies between quotations. */
    private static void part(TextLines lines, int start, int end) {
        int first = start;
        while (first < end && lines.blank(first)) {
            first++;
        }
        devices(lines, first, end);
        int last = lastLine(lines, first, end);
        int mark = mark(lines, first, last);
        if (mark >= 0) {
            lines.drop(mark, last);
            last = lastLine(lines, first, mark);
        }
        int closing = closing(lines, first, last);
        if (closing >= 0) {
            lines.drop(closing, last);
            return;
        }
        int card = card(lines, first, last);
        if (card > first) {
            lines.drop(card, last);
        }
    }

    private static int lastLine(TextLines lines, int first, int end) {
        int last = end;
        while (last > first && (lines.blank(last - 1) || lines.dropped(last - 1))) {
            last--;
        }
        return last;
    }

    private static void devices(TextLines lines, int first, int end) {
        int seen = 0;
        for (int i = end - 1; i >= first && seen < MOST_LINES; i--) {
            if (lines.blank(i)) {
                continue;
            }
            seen++;
            String line = lines.line(i);
            if (line.length() <= LONGEST_LINE && DEVICE.matcher(line).find()) {
                lines.drop(i, i + 1);
            } else if (seen == 1 && line.length() < 100_000) {
                String whole = lines.whole(i).stripTrailing();
                int from = Math.max(0, whole.length() - LONGEST_LINE);
                Matcher inLine = DEVICE_AT_END.matcher(whole.substring(from));
                if (inLine.find()) {
                    lines.dropRest(i, from + inLine.start());
                }
            }
        }
    }

    /** The line "-- " or a rule below which nothing but a signature stands; -1 if there is none. */
    private static int mark(TextLines lines, int first, int last) {
        int below = 0;
        int contacts = 0;
        int odd = 0;
        int found = -1;
        for (int i = last - 1; i > first && below <= MOST_LINES_AFTER_MARK; i--) {
            String line = lines.line(i);
            if (MARK.matcher(line).matches()) {
                boolean standard = lines.whole(i).equals("-- ");
                if (below > 0 && (standard || (odd * 3 <= contacts && (contacts > 0 || below <= 3)))) {
                    found = i;
                }
            } else if (!lines.blank(i) && !lines.dropped(i)) {
                below++;
                contacts += ADDRESS.matcher(bounded(line)).find() ? 1 : 0;
                if (!ofSignature(line) && !CLOSING.matcher(line).matches() && !standardAbove(lines, i, first)) {
                    odd++;
                    if (line.length() > LONGEST_LINE / 2 || ".!?".indexOf(line.charAt(line.length() - 1)) >= 0) {
                        return found;
                    }
                }
            }
        }
        return found;
    }

    /** Below the mark of the standard, slogans stand as well; but not somebody's own sentence of some length. */
    private static boolean standardAbove(TextLines lines, int from, int first) {
        for (int i = from - 1; i > Math.max(first, from - MOST_LINES); i--) {
            if (lines.whole(i).equals("-- ")) {
                return from - i <= 8 && lines.line(from).length() <= LONGEST_LINE;
            }
        }
        return false;
    }

    private static int closing(TextLines lines, int first, int last) {
        int below = 0;
        for (int i = last - 1; i > first && below <= MOST_LINES; i--) {
            if (lines.blank(i)) {
                continue;
            }
            String line = lines.line(i);
            boolean closes = line.length() <= 160
                    && (CLOSING.matcher(line).matches()
                            || LONG_CLOSING.matcher(line).matches());
            if (closes) {
                return i;
            }
            below++;
            if (!ofSignature(line)) {
                return -1;
            }
        }
        return -1;
    }

    /** A name with ways to reach its bearer as the last paragraph; its first line, or -1. */
    private static int card(TextLines lines, int first, int last) {
        int start = last;
        boolean contact = false;
        while (start > first && !lines.blank(start - 1)) {
            start--;
            String line = lines.line(start);
            if (!ofSignature(line)) {
                return -1;
            }
            contact |= ADDRESS.matcher(bounded(line)).find();
        }
        boolean device = last < lines.count() && lines.dropped(last);
        boolean several = (last - start >= 2 && contact) || (device && last - start == 1);
        return several && last - start <= MOST_LINES && named(lines.line(start)) ? start : -1;
    }

    private static boolean ofSignature(String line) {
        if (line.length() > LONGEST_LINE || line.endsWith("?") || line.endsWith("!")) {
            return false;
        }
        boolean sentence = line.endsWith(".") && WORDS.split(line, -1).length > 5;
        return !sentence && (named(line) || contact(line));
    }

    private static boolean contact(String line) {
        int words = WORDS.split(line, -1).length;
        boolean reach = words <= 10 && ADDRESS.matcher(line).find() && words <= 6 + digits(line) / 3;
        boolean street = words <= 9
                && STREET.matcher(line).matches()
                && named(NUMBER.matcher(line).replaceAll(""));
        return reach || street;
    }

    private static int digits(String line) {
        return (int) line.chars().filter(Character::isDigit).count();
    }

    /** Whether all words that count begin with a capital, as in names and titles. */
    private static boolean named(String line) {
        int capitals = 0;
        for (String word : WORDS.split(line, -1)) {
            if (word.isEmpty() || SMALL_WORD.matcher(word).matches()) {
                continue;
            }
            int letter =
                    word.codePoints().filter(Character::isLetter).findFirst().orElse(0);
            if (letter == 0 || !Character.isUpperCase(letter)) {
                return false;
            }
            capitals++;
        }
        return capitals > 0 && capitals <= 8;
    }

    private static String bounded(String line) {
        return line.substring(0, Math.min(line.length(), LONGEST_LINE));
    }
}
