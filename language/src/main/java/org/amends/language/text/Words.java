package org.amends.language.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Text as a row of words, in the one spelling in which words are compared: small letters, no accents; apostrophes and hyphens
 * part words; the short forms of English are spread ("didn't" is "did not"). Addresses of pages and mailboxes are the words
 * {@link #PAGE} and {@link #MAILBOX}.
 */
public final class Words {

    /** Stands for the address of a page. */
    public static final String PAGE = "@page";

    /** Stands for the address of a mailbox. */
    public static final String MAILBOX = "@mailbox";

    /** Letters up to here are folded by table. */
    private static final int TABLE = 0x2000;

    private static final char[] FOLDED = new char[TABLE];

    /** What an English short form stands for, by what follows the apostrophe. */
    private static final Map<String, String> SHORT_ENDS =
            Map.of("ve", "have", "ll", "will", "re", "are", "m", "am", "d", "would");

    /** English negations whose verb changes. */
    private static final Map<String, String> CHANGED = Map.of("ca", "can", "wo", "will", "sha", "shall");

    /** English short forms written without their apostrophe, as many do. */
    private static final Map<String, String> UNMARKED = Map.ofEntries(
            Map.entry("dont", "do"),
            Map.entry("didnt", "did"),
            Map.entry("doesnt", "does"),
            Map.entry("cant", "can"),
            Map.entry("cannot", "can"),
            Map.entry("wont", "will"),
            Map.entry("isnt", "is"),
            Map.entry("wasnt", "was"),
            Map.entry("arent", "are"),
            Map.entry("werent", "were"),
            Map.entry("havent", "have"),
            Map.entry("hasnt", "has"),
            Map.entry("hadnt", "had"),
            Map.entry("couldnt", "could"),
            Map.entry("wouldnt", "would"),
            Map.entry("shouldnt", "should"));

    static {
        for (char c = 0; c < TABLE; c++) {
            FOLDED[c] = fold(c);
        }
    }

    private final String text;
    private final boolean english;
    private final List<Word> words = new ArrayList<>();
    private int sentence;
    private boolean pause;
    private boolean begun;

    private Words(String text, boolean english) {
        this.text = text;
        this.english = english;
    }

    /** The words of a text in a language, in order. */
    public static List<Word> of(String text, Language language) {
        Words words = new Words(text, language == Language.ENGLISH);
        words.run();
        return words.words;
    }

    private static char fold(char c) {
        if (!Character.isLetterOrDigit(c)) {
            return 0;
        }
        char first = Normalizer.normalize(String.valueOf(Character.toLowerCase(c)), Normalizer.Form.NFKD)
                .charAt(0);
        // Short i of Russian is a letter of its own; taking it for i would join words that differ.
        return Character.toLowerCase(c) == 'й' ? 'й' : first;
    }

    /** The letter or digit as it is compared; 0 for everything else. */
    public static char folded(char c) {
        if (c < TABLE) {
            return FOLDED[c];
        }
        return Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : 0;
    }

    private void run() {
        int i = 0;
        int length = text.length();
        while (i < length) {
            if (folded(text.charAt(i)) == 0) {
                gap(i++);
                continue;
            }
            int end = endOfWord(i);
            int address = endOfAddress(i, end);
            if (address > end) {
                boolean mailbox = text.substring(i, address).indexOf('@') >= 0;
                add(mailbox ? MAILBOX : PAGE, i, address);
                i = address;
            } else {
                word(i, end);
                i = end;
            }
        }
    }

    /** What stands between words: where sentences end and where a speaker would pause. */
    private void gap(int i) {
        char c = text.charAt(i);
        switch (c) {
            case '.' -> {
                if (!insideOrShort(i)) {
                    endSentence();
                }
            }
            case '!', '?', '…', ';' -> endSentence();
            case '\n' -> {
                if (i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                    endSentence();
                } else {
                    pause = true;
                }
            }
            case ',', ':', '(', ')', '"', '«', '»', '“', '”', '–', '—' -> pause = true;
            case '-' -> pause |= i > 0 && text.charAt(i - 1) == ' ';
            default -> {
                // other signs part words only
            }
        }
    }

    /** A point inside a number or an address, or behind a short form such as "Mr." or "art.". */
    private boolean insideOrShort(int i) {
        boolean inside = i + 1 < text.length() && folded(text.charAt(i + 1)) != 0;
        if (inside || words.isEmpty()) {
            return true;
        }
        Word last = words.getLast();
        boolean followedBySmall = i + 2 < text.length() && Character.isLowerCase(text.charAt(i + 2));
        return last.end() == i
                && last.form().length() <= 3
                && (followedBySmall || last.form().length() == 1);
    }

    private void endSentence() {
        if (begun) {
            sentence++;
            begun = false;
        }
        pause = true;
    }

    private int endOfWord(int from) {
        int i = from;
        boolean digits = Character.isDigit(text.charAt(i));
        while (i < text.length() && folded(text.charAt(i)) != 0) {
            if (!digits && Character.isDigit(text.charAt(i)) && i - from > 3) {
                break;
            }
            i++;
        }
        return i;
    }

    /** Where the address ends whose first word this is; the word's own end if it begins none. */
    private int endOfAddress(int from, int end) {
        if (end >= text.length()) {
            return end;
        }
        boolean page = text.startsWith("://", end) || text.startsWith("www.", from);
        int i = end;
        boolean at = false;
        while (i < text.length() && i - from < 200 && !Character.isWhitespace(text.charAt(i))) {
            char c = text.charAt(i);
            if (!page && folded(c) == 0 && ".-_+@".indexOf(c) < 0) {
                break;
            }
            at |= c == '@' && i > from;
            i++;
        }
        if (!page && !at) {
            return end;
        }
        while (i > end && folded(text.charAt(i - 1)) == 0) {
            i--;
        }
        return i;
    }

    private void word(int from, int end) {
        StringBuilder form = new StringBuilder(end - from);
        for (int i = from; i < end; i++) {
            char c = folded(text.charAt(i));
            if (c == 'œ') {
                form.append("oe");
            } else {
                form.append(c);
            }
        }
        String word = form.toString();
        if (!english) {
            add(word, from, end);
            return;
        }
        String verb = UNMARKED.get(word);
        if (verb != null) {
            add(verb, from, end);
            add("not", from, end);
        } else if (from > 0 && isApostrophe(text.charAt(from - 1)) && !words.isEmpty()) {
            afterApostrophe(word, from, end);
        } else {
            add(word, from, end);
        }
    }

    private void afterApostrophe(String word, int from, int end) {
        Word before = words.getLast();
        boolean joined = before.end() == from - 1;
        if (joined
                && word.equals("t")
                && before.form().endsWith("n")
                && before.form().length() > 1) {
            String stem = before.form().substring(0, before.form().length() - 1);
            String verb = before.form().equals("can") ? "can" : CHANGED.getOrDefault(stem, stem);
            words.set(
                    words.size() - 1,
                    new Word(verb, before.start(), before.end(), before.sentence(), before.afterPause()));
            add("not", before.start(), end);
        } else {
            add(joined ? SHORT_ENDS.getOrDefault(word, word) : word, from, end);
        }
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '’' || c == '`' || c == 'ʼ';
    }

    private void add(String form, int start, int end) {
        words.add(new Word(form, start, end, sentence, pause));
        pause = false;
        begun = true;
    }
}
