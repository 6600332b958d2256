package org.amends.guard.food;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of foods and the word lists of one language, found by their words. */
final class Lexicon {

    private static final int[] UNKNOWN = {};

    /** Room for the words of a language, so that the tables need not grow. */
    private static final int MANY = 1 << 14;

    /** Shorter parts are not looked for inside a word that is written together. */
    private static final int SHORTEST_PART = 3;

    /** Shorter basic forms than this are only believed where they are names themselves. */
    private static final int SHORTEST_BASE = 4;

    private static final int[][] NOT_SPLIT = {};

    /** A word of which only the beginning or only the end is written down. */
    private record Open(String letters, int id) {}

    private final Language language;
    private final Set<String> functionWords = new HashSet<>();
    private final Map<String, Integer> ids = new HashMap<>(MANY);
    private final Map<String, int[]> forms = new HashMap<>(MANY);
    private final List<Open> starts = new ArrayList<>();
    private final List<Open> ends = new ArrayList<>();
    private final NameNode root = new NameNode();

    Lexicon(Language language) {
        this.language = language;
    }

    Language language() {
        return language;
    }

    /** Whether a word is an article or a preposition. */
    boolean isFunctionWord(String word) {
        return functionWords.contains(word);
    }

    /** The beginning of all names. */
    NameNode root() {
        return root;
    }

    /** An article or a preposition: left out wherever names are made or looked for. To be told before any name. */
    void addFunctionWord(String word) {
        for (Word each : Words.of(word)) {
            boolean ignored = functionWords.add(each.text()) && id(each.text()) > 0;
        }
    }

    /** The node where a food's name ends; makes the way to it. */
    NameNode foodNode(String name) {
        NameNode node = root;
        for (String word : wordsOf(name)) {
            if (!functionWords.contains(word)) {
                node = node.orMade(id(word));
            }
        }
        return node;
    }

    /** The node where a phrase ends; makes the way to it. In a phrase every word counts: "like meat" is not "meat". */
    NameNode phraseNode(String phrase) {
        NameNode node = root;
        for (String word : wordsOf(phrase)) {
            node = node.orMade(id(word));
        }
        return node;
    }

    /** The name of an imitation which, but for its articles and prepositions, is the name of a food means that food as well. */
    void joinWithFood(String phrase) {
        NameNode node = root;
        for (String word : wordsOf(phrase)) {
            if (!functionWords.contains(word)) {
                NameNode next = node.after(id(word));
                if (next == null) {
                    return;
                }
                node = next;
            }
        }
        Food food = node.food();
        if (food != null) {
            phraseNode(phrase).name(food);
        }
    }

    /** The words of a name; those with a star keep it. */
    private static List<String> wordsOf(String name) {
        List<String> words = new ArrayList<>();
        for (Word word : Words.of(name)) {
            boolean startsOpen = word.start() > 0 && name.charAt(word.start() - 1) == '*';
            boolean endsOpen = word.end() < name.length() && name.charAt(word.end()) == '*';
            words.add(startsOpen ? "*" + word.text() : endsOpen ? word.text() + "*" : word.text());
        }
        return words;
    }

    private int id(String word) {
        Integer known = ids.get(word);
        if (known != null) {
            return known;
        }
        int id = ids.size() + 1;
        ids.put(word, id);
        if (word.endsWith("*")) {
            starts.add(new Open(word.substring(0, word.length() - 1), id));
        } else if (word.startsWith("*")) {
            ends.add(new Open(word.substring(1), id));
        }
        return id;
    }

    /** Once all names are in: joins the forms of words. */
    void close() {
        root.close(ids.size());
        for (Map.Entry<String, Integer> each : ids.entrySet()) {
            String word = each.getKey();
            if (!word.contains("*")) {
                addForm(word, each.getValue());
                for (String base : Inflection.bases(word, language)) {
                    if (base.length() >= SHORTEST_BASE && !functionWords.contains(base)) {
                        addForm(base, each.getValue());
                    }
                    Integer basic = ids.get(base);
                    if (basic != null) {
                        addForm(word, basic);
                    }
                }
            }
        }
        // The word itself before its relatives, whatever the order in which they came.
        for (Map.Entry<String, Integer> each : ids.entrySet()) {
            int[] form = forms.get(each.getKey());
            if (form != null && form[0] != each.getValue()) {
                for (int i = 1; i < form.length; i++) {
                    if (form[i] == each.getValue()) {
                        form[i] = form[0];
                        form[0] = each.getValue();
                    }
                }
            }
        }
    }

    private void addForm(String word, int id) {
        forms.merge(word, new int[] {id}, (old, more) -> with(old, more[0]));
    }

    private static int[] with(int[] old, int id) {
        for (int each : old) {
            if (each == id) {
                return old;
            }
        }
        int[] longer = Arrays.copyOf(old, old.length + 1);
        longer[old.length] = id;
        return longer;
    }

    /** The words that this one may stand for, the likeliest first; empty where it is unknown. */
    int[] lookUp(String word) {
        int[] exact = forms.get(word);
        return inflected(word, exact == null ? UNKNOWN : exact);
    }

    private int[] inflected(String word, int[] sofar) {
        int[] all = sofar;
        for (String base : Inflection.bases(word, language)) {
            Integer id = ids.get(base);
            if (id != null) {
                all = with(all, id);
            }
        }
        for (Open start : starts) {
            if (word.startsWith(start.letters())) {
                all = with(all, start.id());
            }
        }
        for (Open end : ends) {
            if (word.endsWith(end.letters())) {
                all = with(all, end.id());
            }
        }
        return all;
    }

    /**
     * The parts of a word that is written together, such as Weizenmehl, each as {@link #lookUp} gives it; empty where it does
     * not part into known words altogether.
     */
    int[][] parts(String word) {
        if (word.length() < 2 * SHORTEST_PART || word.length() > 60) {
            return NOT_SPLIT;
        }
        List<int[]> parts = new ArrayList<>();
        return split(word, parts, 0) ? parts.toArray(NOT_SPLIT) : NOT_SPLIT;
    }

    /** Longest first part first; German may join with an s. */
    private boolean split(String rest, List<int[]> parts, int depth) {
        if (depth > 0) {
            int[] whole = known(rest);
            if (whole != null) {
                parts.add(whole);
                return true;
            }
        }
        if (depth >= 4) {
            return false;
        }
        for (int length = rest.length() - SHORTEST_PART; length >= SHORTEST_PART; length--) {
            int[] first = known(rest.substring(0, length));
            if (first == null) {
                continue;
            }
            parts.add(first);
            if (split(rest.substring(length), parts, depth + 1)) {
                return true;
            }
            if (language == Language.DE
                    && rest.charAt(length) == 's'
                    && split(rest.substring(length + 1), parts, depth + 1)) {
                return true;
            }
            parts.removeLast();
        }
        return false;
    }

    private int @Nullable [] known(String word) {
        int[] exact = ids.containsKey(word) ? forms.get(word) : null;
        if (exact != null) {
            return exact;
        }
        int[] found = lookUp(word);
        return found.length == 0 ? null : found;
    }

    /** A known word that differs from this one by one letter, as a scanner misreads; null where there is none. */
    @Nullable
    String nearest(String word) {
        char from = language == Language.RU ? 'а' : 'a';
        char to = language == Language.RU ? 'я' : 'z';
        StringBuilder changed = new StringBuilder(word);
        for (int i = 0; i < word.length(); i++) {
            char right = word.charAt(i);
            for (char c = from; c <= to; c++) {
                changed.setCharAt(i, c);
                if (c != right && ids.containsKey(changed.toString())) {
                    return changed.toString();
                }
            }
            changed.setCharAt(i, right);
        }
        return null;
    }
}
