package org.amends.language.cue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.amends.language.text.Word;

/** A pattern of words: what a cue sounds like in one language. It is matched inside one sentence. */
sealed interface Phrase {

    /** Nothing matched. */
    int NONE = -1;

    /** The most words that "..." stands for. */
    int LONGEST_GAP = 4;

    /** What is wanted of the words behind a part of a pattern: where the whole match ends, or {@link #NONE}. */
    interface Rest {
        int match(int at);
    }

    /**
     * Where a match that begins at a word ends (behind its last word), or {@link #NONE}.
     *
     * @param rest what must follow
     */
    int match(List<Word> words, int at, int sentence, Rest rest);

    /** Adds the words with which a match may begin; false if a match may also be empty here. */
    boolean addStarts(List<Start> starts);

    /** How many words a match has at most. */
    int longest();

    /** A word with which a match may begin; any word where the form is empty. */
    record Start(String form, boolean prefix) {}

    /** One word, or any word that begins so. */
    record Single(String form, boolean prefix) implements Phrase {
        @Override
        public int match(List<Word> words, int at, int sentence, Rest rest) {
            if (at >= words.size()) {
                return NONE;
            }
            Word word = words.get(at);
            if (word.sentence() != sentence) {
                return NONE;
            }
            boolean fits = prefix ? word.form().startsWith(form) : word.form().equals(form);
            return fits ? rest.match(at + 1) : NONE;
        }

        @Override
        public int longest() {
            return 1;
        }

        @Override
        public boolean addStarts(List<Start> starts) {
            starts.add(new Start(form, prefix));
            return true;
        }
    }

    /**
     * One of many words.
     *
     * @param whole the words, sorted
     * @param beginnings of words, sorted; none begins with another
     */
    record AnyOf(List<String> whole, List<String> beginnings) implements Phrase {

        static AnyOf of(List<Single> words) {
            List<String> beginnings = new ArrayList<>();
            words.stream().filter(Single::prefix).map(Single::form).sorted().forEach(form -> {
                if (beginnings.isEmpty() || !form.startsWith(beginnings.getLast())) {
                    beginnings.add(form);
                }
            });
            List<String> whole = words.stream()
                    .filter(word -> !word.prefix())
                    .map(Single::form)
                    .sorted()
                    .distinct()
                    .toList();
            return new AnyOf(whole, List.copyOf(beginnings));
        }

        @Override
        public int match(List<Word> words, int at, int sentence, Rest rest) {
            if (at >= words.size() || words.get(at).sentence() != sentence) {
                return NONE;
            }
            return fits(words.get(at).form()) ? rest.match(at + 1) : NONE;
        }

        private boolean fits(String form) {
            if (Collections.binarySearch(whole, form) >= 0) {
                return true;
            }
            int place = Collections.binarySearch(beginnings, form);
            return place >= 0 || (place < -1 && form.startsWith(beginnings.get(-place - 2)));
        }

        @Override
        public int longest() {
            return 1;
        }

        @Override
        public boolean addStarts(List<Start> starts) {
            whole.forEach(form -> starts.add(new Start(form, false)));
            beginnings.forEach(form -> starts.add(new Start(form, true)));
            return true;
        }
    }

    /** A number in figures. */
    record Figures() implements Phrase {
        @Override
        public int match(List<Word> words, int at, int sentence, Rest rest) {
            if (at >= words.size() || words.get(at).sentence() != sentence) {
                return NONE;
            }
            return Character.isDigit(words.get(at).form().charAt(0)) ? rest.match(at + 1) : NONE;
        }

        @Override
        public int longest() {
            return 1;
        }

        @Override
        public boolean addStarts(List<Start> starts) {
            for (char digit = '0'; digit <= '9'; digit++) {
                starts.add(new Start(String.valueOf(digit), true));
            }
            return true;
        }
    }

    /** Up to {@link #LONGEST_GAP} words of any kind. */
    record Gap() implements Phrase {
        @Override
        public int match(List<Word> words, int at, int sentence, Rest rest) {
            for (int skipped = 0; skipped <= LONGEST_GAP; skipped++) {
                if (skipped > 0
                        && (at + skipped > words.size()
                                || words.get(at + skipped - 1).sentence() != sentence)) {
                    return NONE;
                }
                int end = rest.match(at + skipped);
                if (end != NONE) {
                    return end;
                }
            }
            return NONE;
        }

        @Override
        public int longest() {
            return LONGEST_GAP;
        }

        @Override
        public boolean addStarts(List<Start> starts) {
            return false;
        }
    }

    /** The beginning or the end of a sentence. */
    record Edge(boolean beginning) implements Phrase {
        @Override
        public int match(List<Word> words, int at, int sentence, Rest rest) {
            int neighbour = beginning ? at - 1 : at;
            boolean edge = neighbour < 0
                    || neighbour >= words.size()
                    || words.get(neighbour).sentence() != sentence;
            return edge ? rest.match(at) : NONE;
        }

        @Override
        public int longest() {
            return 0;
        }

        @Override
        public boolean addStarts(List<Start> starts) {
            return false;
        }
    }

    /** One of several; with an empty one among them, all of it may be absent. */
    record OneOf(List<Phrase> choices, boolean optional) implements Phrase {
        @Override
        public int match(List<Word> words, int at, int sentence, Rest rest) {
            for (Phrase choice : choices) {
                int end = choice.match(words, at, sentence, rest);
                if (end != NONE) {
                    return end;
                }
            }
            return optional ? rest.match(at) : NONE;
        }

        @Override
        public int longest() {
            return choices.stream().mapToInt(Phrase::longest).max().orElse(0);
        }

        @Override
        public boolean addStarts(List<Start> starts) {
            boolean always = !optional;
            for (Phrase choice : choices) {
                always &= choice.addStarts(starts);
            }
            return always;
        }
    }

    /** One after another. */
    record Row(List<Phrase> parts) implements Phrase {
        @Override
        public int match(List<Word> words, int at, int sentence, Rest rest) {
            return matchFrom(0, words, at, sentence, rest);
        }

        private int matchFrom(int part, List<Word> words, int at, int sentence, Rest rest) {
            if (part == parts.size()) {
                return rest.match(at);
            }
            return parts.get(part).match(words, at, sentence, next -> matchFrom(part + 1, words, next, sentence, rest));
        }

        @Override
        public int longest() {
            return parts.stream().mapToInt(Phrase::longest).sum();
        }

        @Override
        public boolean addStarts(List<Start> starts) {
            for (Phrase part : parts) {
                if (part.addStarts(starts)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The words with which a match may begin. */
    static List<Start> starts(Phrase phrase) {
        List<Start> starts = new ArrayList<>();
        if (!phrase.addStarts(starts)) {
            starts.clear();
        }
        return starts;
    }

    /** What stands one after another in a pattern. */
    static List<Phrase> parts(Phrase phrase) {
        return phrase instanceof Row(List<Phrase> row) ? row : List.of(phrase);
    }
}
