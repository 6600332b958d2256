package org.amends.language.mail;

/** Builds plain text line by line; lines within quotations begin with "&gt; ", once for each level. */
final class MarkedLines {

    private static final int DEEPEST_MARK = 10;

    private final StringBuilder text = new StringBuilder();
    private int depth;
    private int kept;
    private boolean lineHasWords;
    private boolean gap;
    private boolean lastBlank = true;

    void words(String words) {
        if (kept > 0) {
            keep(words);
            return;
        }
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == '\u200B' || c == '\uFEFF' || c == '\u00AD' || c == '\u034F') {
                continue;
            }
            if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
                gap = true;
            } else {
                put(c);
            }
        }
    }

    void cell() {
        if (lineHasWords) {
            gap = false;
            text.append('\t');
        }
    }

    void endLine() {
        if (lineHasWords) {
            breakLine();
        }
        gap = false;
    }

    void breakLine() {
        trimLine();
        lastBlank = !lineHasWords;
        if (!lineHasWords && depth > 0) {
            mark();
        }
        text.append('\n');
        lineHasWords = false;
        gap = false;
    }

    void paragraph() {
        endLine();
        if (!lastBlank && !text.isEmpty()) {
            breakLine();
        }
    }

    void rule() {
        endLine();
    }

    void quote(int step) {
        depth += step;
    }

    void keepBlanks(boolean keep) {
        kept += keep ? 1 : -1;
    }

    String text() {
        endLine();
        return text.toString().strip();
    }

    private void keep(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == '\n') {
                breakLine();
            } else if (c != '\r') {
                put(c);
            }
        }
    }

    private void put(char c) {
        if (!lineHasWords) {
            mark();
            lineHasWords = true;
        } else if (gap) {
            text.append(' ');
        }
        gap = false;
        text.append(c);
    }

    private void mark() {
        text.append("> ".repeat(Math.min(depth, DEEPEST_MARK)));
    }

    private void trimLine() {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\t')) {
            end--;
        }
        text.setLength(end);
    }
}
