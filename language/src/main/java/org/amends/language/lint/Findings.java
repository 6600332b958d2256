package org.amends.language.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Collects what is wrong with one letter. */
final class Findings {

    /** More than these nobody reads; a letter with as many is written anew. */
    static final int MOST = 200;

    private static final int MOST_WORDS = 200;

    private final Sheet sheet;
    private final Suggestions suggestions;
    private final TreeMap<Integer, Integer> lines = new TreeMap<>();
    private final List<Finding> found = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    Findings(Sheet sheet) {
        this.sheet = sheet;
        this.suggestions = new Suggestions(sheet);
        lines.put(0, 1);
        String text = sheet.text();
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            lines.put(i + 1, lines.size() + 1);
        }
    }

    Suggestions suggestions() {
        return suggestions;
    }

    /** Something that the words from one character to another do. */
    void add(Rule rule, Level level, int start, int end, String why, String better) {
        if (found.size() >= MOST || !known.add(rule + ":" + start)) {
            return;
        }
        var line = lines.floorEntry(start);
        String words = sheet.text().substring(start, Math.min(end, start + MOST_WORDS));
        Place place = new Place(line.getValue(), start - line.getKey() + 1, start, end, words);
        found.add(new Finding(rule, level, place, why, better));
    }

    /** Something that a fact of the letter does; the better sentence is the letter's own with other words in its place. */
    void replace(Rule rule, int start, int end, String detail, String instead) {
        String better = instead.isEmpty()
                ? suggestions.better(rule)
                : suggestions.replaced(sheet.sentenceAt(start), start, end, instead);
        add(rule, rule.level(), start, end, with(rule, detail), better);
    }

    /** Something at a place, with the better sentence of the rule. */
    void add(Rule rule, int start, int end, String detail) {
        add(rule, rule.level(), start, end, with(rule, detail), suggestions.better(rule));
    }

    /** Something that the letter lacks. */
    void missing(Rule rule, String detail, String better) {
        if (found.size() < MOST && known.add(rule + "!" + detail)) {
            found.add(new Finding(rule, rule.level(), new Place(1, 1, 0, 0, ""), with(rule, detail), better));
        }
    }

    private static String with(Rule rule, String detail) {
        return detail.isEmpty() ? rule.why() : rule.why() + " " + detail;
    }

    List<Finding> sorted() {
        return found.stream().sorted(Finding.BY_PLACE).toList();
    }
}
