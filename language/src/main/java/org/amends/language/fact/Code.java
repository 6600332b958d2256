package org.amends.language.fact;

/**
 * What a row of letters, digits and joining signs looks like.
 *
 * @param text as written
 * @param end the piece behind it
 * @param digits how many digits it has
 * @param capitals how many capital letters
 * @param smalls how many small letters
 * @param joints how many hyphens, strokes and the like
 */
record Code(String text, int end, int digits, int capitals, int smalls, int joints) {

    private static final String JOINTS = "-/_.‑–";

    /** How many digits a Russian postal number and the number of a bank account have. */
    private static final int POSTAL = 14;

    private static final int ACCOUNT = 20;

    /** The most pieces of a code. */
    private static final int LONGEST = 24;

    /** The row that begins at a piece and is written without a space. */
    static Code at(Tokens tokens, int from) {
        int end = from + 1;
        while (end - from < LONGEST && tokens.glued(end) && (!tokens.sign(end) || joins(tokens, end))) {
            end++;
        }
        return of(tokens.literal(from, end), end);
    }

    private static boolean joins(Tokens tokens, int i) {
        int next = i + 1;
        while (next - i < LONGEST && tokens.is(next, "_") && tokens.glued(next)) {
            next++;
        }
        boolean hidden = tokens.is(i, "…") && tokens.number(i + 1) && tokens.glued(i + 1) && tokens.length(i + 1) >= 3;
        return hidden || tokens.is(i, "_") || (tokens.sign(i, JOINTS) && tokens.glued(next) && !tokens.sign(next));
    }

    static Code of(String text, int end) {
        int digits = 0;
        int capitals = 0;
        int smalls = 0;
        int joints = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isDigit(c)) {
                digits++;
            } else if (Character.isUpperCase(c)) {
                capitals++;
            } else if (Character.isLetter(c)) {
                smalls++;
            } else if (JOINTS.indexOf(c) >= 0) {
                joints++;
            }
        }
        return new Code(text, end, digits, capitals, smalls, joints);
    }

    boolean digitsOnly() {
        return digits == text.length();
    }

    /** A year of our times, which is seldom a reference. */
    boolean year() {
        return digitsOnly() && digits == 4 && Calendar.year(text) > 1980 && Calendar.year(text) < 2050;
    }

    /** What a code looks like that needs no word to announce it: letters and at least four digits, or long and parted by hyphens. */
    boolean speaksForItself() {
        if (digitsOnly() && (digits == POSTAL || digits == ACCOUNT)) {
            return true;
        }
        if (smalls > 0) {
            return (smalls <= 2 && capitals >= 1 && joints > 0 && digits >= 4) || prefixed();
        }
        if (capitals == 0 && yearAndNumber()) {
            return true;
        }
        if (capitals == 0) {
            boolean stroked = text.indexOf('/') >= 0 && !(joints > 1 && digits >= 8 && text.indexOf('-') > 0);
            return joints > 0 && text.indexOf('.') < 0 && digits >= 6 && !years() && !stroked;
        }
        if (text.indexOf('.') >= 0) {
            return false;
        }
        if (joints == 0 && text.length() == 6 && turns() >= 2 && !postcode()) {
            return true;
        }
        return joints > 0
                ? digits >= 4 || (digits >= 3 && capitals >= 2)
                : digits >= 4 && text.length() >= 6 && !postcode() && !measure();
    }

    /** "ret-00441", "srv-0872": some small letters, a hyphen and digits that are no year. */
    private boolean prefixed() {
        int joint = text.indexOf('-');
        return capitals == 0
                && joints == 1
                && joint == smalls
                && smalls >= 2
                && smalls <= 5
                && digits >= 4
                && !(digits == 4 && Calendar.year(text.substring(joint + 1)) > 0);
    }

    /** "2026/118": a register of the year and the number in it. */
    private boolean yearAndNumber() {
        int joint = text.indexOf('/');
        return joint == 4
                && joints == 1
                && digits >= 7
                && digits + 1 == text.length()
                && text.startsWith("20")
                && Calendar.year(text.substring(0, 4)) > 0
                && Calendar.year(text.substring(5)) <= 0;
    }

    /** Whether another code is made of letters, digits and signs in the same order. */
    boolean alike(Code other) {
        if (text.length() != other.text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (kind(text.charAt(i)) != kind(other.text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static char kind(char c) {
        if (Character.isDigit(c)) {
            return '0';
        }
        return Character.isLetter(c) ? 'a' : c;
    }

    /** "zx81qp": small letters and digits by turns, as bookings are written in haste. */
    boolean hasty() {
        return capitals == 0 && joints == 0 && digits >= 1 && text.length() >= 5 && text.length() <= 8 && turns() >= 2;
    }

    /** How often letters and digits change places. */
    private int turns() {
        int turns = 0;
        for (int i = 1; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i)) != Character.isDigit(text.charAt(i - 1))) {
                turns++;
            }
        }
        return turns;
    }

    /** "2024-2025", "01-02-2026": years and days, no code. */
    private boolean years() {
        int joint = text.indexOf('-');
        boolean last = text.length() == 7
                || (text.length() == 9 && joints == 1 && digits == 8 && Calendar.year(text.substring(5)) > 0);
        return joint == 4 && last && Calendar.year(text.substring(0, 4)) > 0;
    }

    /** Six letters and digits in turn, as in Canada. */
    private boolean postcode() {
        return text.length() == 6
                && digits == 3
                && Character.isLetter(text.charAt(0))
                && Character.isDigit(text.charAt(1));
    }

    /** Digits with a unit: 1500W, 10000KM. */
    private boolean measure() {
        return capitals <= 3
                && Character.isDigit(text.charAt(0))
                && Character.isDigit(text.charAt(digits - 1))
                && digits < 7;
    }
}
