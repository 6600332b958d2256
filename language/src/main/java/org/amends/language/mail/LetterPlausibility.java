package org.amends.language.mail;

/**
 * How much a text, decoded with some charset, looks like French, Spanish or Russian: points for each character beyond ASCII.
 *
 * <p>A wrong charset shows by box-drawing and control characters, by letters of two alphabets in one word, by capitals inside
 * words (KOI8-R and windows-1251 have them the other way round) and by rare letters.
 */
final class LetterPlausibility {

    private static final String COMMON = "оеаинтсрвл";
    private static final String USUAL = "кмдпуяыьгз";
    private static final String RARE = "шюцщэфъ";
    private static final String ACCENTED = "éèàçêîôûùâëïñóíáúüœÉÀÇÈÊÑÓÍÁÚöäßãõ";
    private static final String MARKS = "«»’‘“”–—…€№°\u00A0¿¡©®™£§•·ºª½²´";

    private LetterPlausibility() {}

    /** Points for one character beyond ASCII, on average: 2 for sound text, below 0 for nonsense. */
    static double of(String text) {
        double points = 0;
        int beyond = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                beyond++;
                points += points(text, i, c);
            }
        }
        return beyond == 0 ? 0 : points / beyond;
    }

    private static double points(String text, int place, char c) {
        char before = place > 0 ? text.charAt(place - 1) : ' ';
        char after = place + 1 < text.length() ? text.charAt(place + 1) : ' ';
        if (c == '\uFFFD' || c < 0xA0) {
            return -4;
        }
        if (isCyrillic(c)) {
            return cyrillic(before, c, after);
        }
        if (Character.isLetter(c) && MARKS.indexOf(c) < 0) {
            return latin(before, c, after);
        }
        boolean insideWord = Character.isLetter(before) && Character.isLetter(after);
        if (MARKS.indexOf(c) >= 0) {
            return insideWord && c != '’' ? -1 : 1;
        }
        return insideWord ? -3 : -1;
    }

    private static double cyrillic(char before, char c, char after) {
        if (isLatin(before) || isLatin(after)) {
            return -3;
        }
        boolean capitalInside = Character.isUpperCase(c) && Character.isLowerCase(before);
        if (capitalInside) {
            return -2;
        }
        boolean russian = (c >= 'А' && c <= 'я') || c == 'ё' || c == 'Ё' || c == '№';
        if (!russian) {
            return 0.2;
        }
        double usual = frequency(Character.toLowerCase(c));
        return Character.isUpperCase(c) && Character.isUpperCase(before) ? usual - 1 : usual;
    }

    private static double frequency(char small) {
        if (COMMON.indexOf(small) >= 0) {
            return 2.2;
        }
        if (USUAL.indexOf(small) >= 0) {
            return 1.6;
        }
        return RARE.indexOf(small) >= 0 ? 0 : 0.7;
    }

    private static double latin(char before, char c, char after) {
        boolean run = before >= 0xC0 && Character.isLetter(before) && after >= 0xC0 && Character.isLetter(after);
        if (run || isCyrillic(before) || isCyrillic(after)) {
            return -2;
        }
        boolean capitalInside = Character.isUpperCase(c) && Character.isLowerCase(before);
        if (capitalInside) {
            return -2;
        }
        return ACCENTED.indexOf(c) >= 0 ? 2 : 0.5;
    }

    private static boolean isLatin(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0xC0 && c < 0x250 && Character.isLetter(c));
    }

    private static boolean isCyrillic(char c) {
        return c >= 0x400 && c < 0x530;
    }
}
