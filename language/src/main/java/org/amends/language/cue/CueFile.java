package org.amends.language.cue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amends.language.text.Language;

/** The cues of one file, with what they sound like. */
final class CueFile {

    private static final Pattern CUE = Pattern.compile("cue ([a-z0-9_]+): (.+)");
    private static final Pattern DEFINE = Pattern.compile("define (\\w+) (en|fr|es|ru): (.+)");
    private static final Pattern SOUND = Pattern.compile("  (en|fr|es|ru): (.+)");

    /** One way in which a cue sounds. */
    record Sound(String cue, Language language, Phrase phrase) {}

    /** A cue and its meaning. */
    record Heading(String name, String meaning) {}

    private final String name;
    private final List<Heading> headings = new ArrayList<>();
    private final List<Sound> sounds = new ArrayList<>();
    private final Map<Language, Map<String, Phrase>> defined = new EnumMap<>(Language.class);

    private CueFile(String name) {
        this.name = name;
    }

    /**
     * Reads a file.
     *
     * @throws CueFormatException if a line cannot be read
     */
    static CueFile read(String name, List<String> lines) {
        CueFile file = new CueFile(name);
        for (int i = 0; i < lines.size(); i++) {
            file.line(lines.get(i).stripTrailing(), i + 1);
        }
        return file;
    }

    List<Heading> headings() {
        return headings;
    }

    List<Sound> sounds() {
        return sounds;
    }

    private void line(String line, int number) {
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        Matcher cue = CUE.matcher(line);
        if (cue.matches()) {
            headings.add(new Heading(cue.group(1), cue.group(2)));
            return;
        }
        Matcher define = DEFINE.matcher(line);
        if (define.matches()) {
            Language language = language(define.group(2));
            parts(language).put(define.group(1), phrase(define.group(3), language, number));
            return;
        }
        Matcher sound = SOUND.matcher(line);
        if (!sound.matches() || headings.isEmpty()) {
            throw new CueFormatException(
                    name,
                    number,
                    "\"" + line + "\" is neither a cue, nor a definition, nor two blanks, a language and a"
                            + " pattern below a cue");
        }
        Language language = language(sound.group(1));
        sounds.add(new Sound(headings.getLast().name(), language, phrase(sound.group(2), language, number)));
    }

    private Phrase phrase(String pattern, Language language, int number) {
        try {
            return PhraseReader.read(pattern, language, parts(language));
        } catch (IllegalArgumentException problem) {
            throw new CueFormatException(name, number, "in \"" + pattern + "\" " + problem.getMessage());
        }
    }

    private Map<String, Phrase> parts(Language language) {
        return defined.computeIfAbsent(language, any -> new HashMap<>());
    }

    private static Language language(String code) {
        return Language.of(code).orElseThrow();
    }
}
