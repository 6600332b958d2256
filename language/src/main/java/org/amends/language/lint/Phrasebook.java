package org.amends.language.lint;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.amends.language.cue.CueBook;
import org.amends.language.cue.CueHit;
import org.amends.language.text.Language;
import org.amends.language.text.Word;

/** What letters in one language say, good and bad, in whatever words. */
final class Phrasebook {

    private static final int GAP_OF_NAME = 1;

    private final Language language;
    private final List<Group> groups;
    private final Map<String, Set<String>> words;
    private final Map<String, String> labels;
    private final CueBook said;
    private final CueBook excused;

    private Phrasebook(Language language, LintFile file, String name) {
        this.language = language;
        this.groups = file.groups();
        this.words = file.words();
        this.labels = file.labels();
        this.said = CueBook.of(name, file.say());
        this.excused = CueBook.of(name, file.but());
    }

    /** The phrases of a language that come with Amends. */
    static Phrasebook standard(Language language) {
        String name = language.code() + ".lint";
        InputStream stream = Phrasebook.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("the file " + name + " is missing from this build");
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return of(name, language, reader.lines().toList());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The phrases of a file. */
    static Phrasebook of(String name, Language language, List<String> lines) {
        return new Phrasebook(language, new LintFile(name, language, lines), name);
    }

    /** Everything that the words say, in their order; what an exception of the same sentence excuses is left out. */
    List<Said> find(List<Word> text) {
        Set<Long> excuses = new HashSet<>();
        for (CueHit hit : excused.find(text, language)) {
            excuses.add(key(hit, text));
        }
        List<Said> found = new ArrayList<>();
        for (CueHit hit : said.find(text, language)) {
            if (!excuses.contains(key(hit, text))) {
                found.add(new Said(
                        groups.get(number(hit)),
                        hit.first(),
                        hit.last(),
                        text.get(hit.first()).sentence()));
            }
        }
        return found;
    }

    private static int number(CueHit hit) {
        return Integer.parseInt(hit.cue().name().substring(GAP_OF_NAME));
    }

    private static long key(CueHit hit, List<Word> text) {
        return (long) number(hit) << Integer.SIZE | text.get(hit.first()).sentence();
    }

    /** Whether a word, as it is compared, belongs to a named set. */
    boolean isIn(String set, String form) {
        return words.getOrDefault(set, Set.of()).contains(form);
    }

    /** What stands in brackets for a value that is not known. */
    String label(String name) {
        return "[" + labels.getOrDefault(name, name) + "]";
    }

    /** What to write instead when a rule is broken that no phrase shows. */
    List<String> better(Rule rule) {
        for (Group group : groups) {
            if (group.rule() == rule && !group.better().isEmpty()) {
                return group.better();
            }
        }
        return List.of();
    }
}
