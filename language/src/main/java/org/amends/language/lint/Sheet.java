package org.amends.language.lint;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.amends.language.fact.DateFact;
import org.amends.language.fact.FactReader;
import org.amends.language.fact.Facts;
import org.amends.language.letter.LetterCase;
import org.amends.language.text.Language;
import org.amends.language.text.Word;
import org.amends.language.text.Words;
import org.jspecify.annotations.Nullable;

/** A letter laid out for checking: its words, its sentences, what it says and the facts it tells. */
final class Sheet {

    private static final int LONGEST_QUOTE = 400;

    private final String text;
    private final Language language;
    private final Phrasebook phrases;
    private final @Nullable Approved approved;
    private final List<Word> words;
    private final List<Said> said;
    private final Facts facts;
    private final BitSet quoted;
    private final List<Integer> sentenceStarts = new ArrayList<>();

    Sheet(String text, Language language, Phrasebook phrases, @Nullable Approved approved) {
        this.text = text;
        this.language = language;
        this.phrases = phrases;
        this.approved = approved;
        this.words = Words.of(text, language);
        this.said = phrases.find(words);
        this.facts = FactReader.read(
                text, language, approved == null ? null : approved.about().date());
        this.quoted = quoted(text);
        int sentence = -1;
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).sentence() != sentence) {
                sentence = words.get(i).sentence();
                sentenceStarts.add(i);
            }
        }
        if (approved != null) {
            approved.prescribed(text).forEach(span -> quoted.set(span.start(), span.end()));
        }
    }

    /** Words between quotation marks are somebody else's. */
    private static BitSet quoted(String text) {
        BitSet marked = new BitSet();
        int open = -1;
        char close = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (open >= 0 && c == close) {
                marked.set(open, i + 1);
                open = -1;
            } else if (open >= 0 && (c == '\n' || i - open > LONGEST_QUOTE)) {
                open = -1;
            } else if (open < 0 && "«“\"„".indexOf(c) >= 0) {
                open = i;
                close = closing(c);
            }
        }
        return marked;
    }

    private static char closing(char open) {
        return switch (open) {
            case '«' -> '»';
            case '“' -> '”';
            case '„' -> '“';
            default -> open;
        };
    }

    String text() {
        return text;
    }

    Language language() {
        return language;
    }

    Phrasebook phrases() {
        return phrases;
    }

    /** The case and what it allows; null when the letter is checked without one. */
    @Nullable
    Approved approved() {
        return approved;
    }

    /** The case, or null. */
    @Nullable
    LetterCase about() {
        return approved == null ? null : approved.about();
    }

    List<Word> words() {
        return words;
    }

    Facts facts() {
        return facts;
    }

    /** Whether a character stands in a quotation or in a text that the rules prescribe. */
    boolean isQuoted(int at) {
        return quoted.get(at);
    }

    /** What the letter says of its own accord: quotations and prescribed texts are left out. */
    List<Said> said() {
        return said.stream()
                .filter(hit -> !isQuoted(words.get(hit.first()).start()))
                .toList();
    }

    /** Where a topic comes up, in the order of the letter; quotations and prescribed texts count. */
    List<Said> topic(String name) {
        return said.stream()
                .filter(hit -> hit.group().rule() == null && hit.group().name().equals(name))
                .toList();
    }

    int start(Said hit) {
        return words.get(hit.first()).start();
    }

    int end(Said hit) {
        return words.get(hit.last()).end();
    }

    /** How many sentences there are. */
    int sentences() {
        return sentenceStarts.size();
    }

    /** The words of a sentence, counted from 0. */
    List<Word> sentence(int number) {
        int to = number + 1 < sentenceStarts.size() ? sentenceStarts.get(number + 1) : words.size();
        return words.subList(sentenceStarts.get(number), to);
    }

    /** The sentence in which a character stands. */
    int sentenceAt(int at) {
        int low = 0;
        int high = sentenceStarts.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (words.get(sentenceStarts.get(middle)).start() <= at) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** A sentence as it is written, without what stands around it. */
    String sentenceText(int number) {
        List<Word> sentence = sentence(number);
        int end = sentence.getLast().end();
        while (end < text.length() && ".!?…)".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return text.substring(sentence.getFirst().start(), end);
    }

    /** Whether a sentence names a day. */
    boolean isDated(int number) {
        for (DateFact date : facts.dates()) {
            if (sentenceAt(date.span().start()) == number) {
                return true;
            }
        }
        return false;
    }
}
