package org.amends.language.lint;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amends.language.text.Word;

/** Blanks that were left unfilled, and shouting. */
final class MarkCheck {

    /** Bounded, so that no text makes the search slow. */
    private static final Pattern BLANK = Pattern.compile(
            "\\{\\{?[^{}\\n]{0,60}}}?|\\[[\\p{L}][^\\[\\]\\n]{0,60}]|<[\\p{L}_ ]{2,40}>|"
                    + "%[\\p{L}_]{2,40}%|\\$\\{[^}\\n]{0,60}}|\\b[XxХх]{3,40}\\b|_{3,40}|\\?{3,40}|\\b(?:TODO|TBD|FIXME|N/A)\\b"
                    + "|(?i:lorem ipsum)|\\bdd[./]mm(?:[./]yy(?:yy)?)?\\b|\\bjj/mm(?:/aaaa)?\\b|\\bдд\\.мм(?:\\.гггг)?\\b");

    private static final Pattern ROW = Pattern.compile("[!?]{2,40}");
    private static final int LOUD_WORDS = 2;
    private static final int LOUD_LETTERS = 3;

    private final Sheet sheet;
    private final Findings findings;

    MarkCheck(Sheet sheet, Findings findings) {
        this.sheet = sheet;
        this.findings = findings;
    }

    void run() {
        Matcher blank = BLANK.matcher(sheet.text());
        while (blank.find()) {
            findings.add(Rule.PLACEHOLDER, blank.start(), blank.end(), "");
        }
        Matcher row = ROW.matcher(sheet.text());
        while (row.find()) {
            if (row.group().indexOf('!') >= 0 && !sheet.isQuoted(row.start())) {
                findings.add(Rule.SHOUTING, row.start(), row.end(), "");
            }
        }
        loud();
    }

    private void loud() {
        List<Word> words = sheet.words();
        int first = -1;
        for (int i = 0; i <= words.size(); i++) {
            boolean loud = i < words.size() && isLoud(words.get(i));
            boolean goesOn = loud
                    && (first < 0 || words.get(i).sentence() == words.get(first).sentence());
            if (first >= 0 && !goesOn) {
                if (i - first >= LOUD_WORDS) {
                    findings.add(
                            Rule.SHOUTING,
                            words.get(first).start(),
                            words.get(i - 1).end(),
                            "");
                }
                first = -1;
            }
            if (loud && first < 0) {
                first = i;
            }
        }
    }

    private boolean isLoud(Word word) {
        if (word.end() - word.start() < LOUD_LETTERS || sheet.isQuoted(word.start())) {
            return false;
        }
        for (int i = word.start(); i < word.end(); i++) {
            if (!Character.isUpperCase(sheet.text().charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
