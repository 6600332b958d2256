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

    /** Before and behind the code of a language, where a line says how a cue sounds. */
    private static final String INDENT = "  ";

    private static final String COLON = ": ";
    private static final int CODE_ENDS = 4;
    private static final int SOUND_BEGINS = 6;

    /** One way in which a cue sounds. */
    record Sound(String cue, Language language, Phrase phrase) {}

    /** A cue and its meaning. */
    record Heading(String name, String meaning) {}

    private final String name;
    private final List<Heading> headings = new ArrayList<>();
    private final List<Sound> sounds = new ArrayList<>();
    private final Map<Language, Map<String, Phrase>> defined = new EnumMap<>(Language.class);

    private final PlainWords plainWords;

    private CueFile(String name, PlainWords plainWords) {
        this.name = name;
        this.plainWords = plainWords;
    }

    /**
     * Reads a file.
     *
     * @param plainWords the words that were read before
     * @throws CueFormatException if a line cannot be read
     */
    static CueFile read(String name, List<String> lines, PlainWords plainWords) {
        CueFile file = new CueFile(name, plainWords);
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
        if (line.startsWith(INDENT) ? isSound(line, number) : isHeading(line) || isDefinition(line, number)) {
            return;
        }
        throw new CueFormatException(
                name,
                number,
                "\"" + line + "\" is neither a cue, nor a definition, nor two blanks, a language and a"
                        + " pattern below a cue");
    }

    private boolean isHeading(String line) {
        Matcher cue = CUE.matcher(line);
        return cue.matches() && headings.add(new Heading(cue.group(1), cue.group(2)));
    }

    private boolean isDefinition(String line, int number) {
        Matcher define = DEFINE.matcher(line);
        if (!define.matches()) {
            return false;
        }
        Language language = language(define.group(2));
        parts(language).put(define.group(1), phrase(define.group(3), language, number));
        return true;
    }

    /** Nearly all lines are of this kind. */
    private boolean isSound(String line, int number) {
        Language language = line.length() > SOUND_BEGINS && line.startsWith(COLON, CODE_ENDS)
                ? Language.of(line.substring(INDENT.length(), CODE_ENDS)).orElse(null)
                : null;
        if (language == null || headings.isEmpty()) {
            return false;
        }
        String pattern = line.substring(SOUND_BEGINS);
        sounds.add(new Sound(headings.getLast().name(), language, phrase(pattern, language, number)));
        return true;
    }

    private Phrase phrase(String pattern, Language language, int number) {
        try {
            return PhraseReader.read(pattern, language, parts(language), plainWords);
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
