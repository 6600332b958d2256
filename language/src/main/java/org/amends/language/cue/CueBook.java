package org.amends.language.cue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.amends.language.text.Language;
import org.amends.language.text.Word;

/** All cues that are known, and how they sound in each language. */
public final class CueBook {

    private static final String FOLDER = "/org/amends/language/cue/";

    private final Map<String, Cue> cues = new LinkedHashMap<>();
    private final Map<Language, Soundings> sounds = new EnumMap<>(Language.class);

    private CueBook(List<CueFile> files) {
        for (CueFile file : files) {
            for (CueFile.Heading heading : file.headings()) {
                Cue cue = new Cue(heading.name(), heading.meaning(), cues.size());
                if (cues.put(cue.name(), cue) != null) {
                    throw new CueFormatException(
                            "cue " + cue.name() + " stands in two places; maybe rename one",
                            new IllegalStateException());
                }
            }
        }
        Stream.of(Language.values())
                .parallel()
                .map(language -> Map.entry(language, soundings(files, language)))
                .toList()
                .forEach(of -> sounds.put(of.getKey(), of.getValue()));
    }

    private Soundings soundings(List<CueFile> files, Language language) {
        List<Soundings.Sound> of = new ArrayList<>();
        for (CueFile file : files) {
            for (CueFile.Sound sound : file.sounds()) {
                if (sound.language() == language) {
                    of.add(new Soundings.Sound(cue(sound.cue()), sound.phrase()));
                }
            }
        }
        return new Soundings(of);
    }

    /** The cues that come with Amends. */
    public static CueBook standard() {
        PlainWords plainWords = new PlainWords();
        return new CueBook(lines("cues.index").parallelStream()
                .map(name -> CueFile.read(name, lines(name), plainWords))
                .toList());
    }

    /**
     * The cues of one text in the form of a cue file.
     *
     * @throws CueFormatException if it cannot be read
     */
    public static CueBook of(String name, String text) {
        return new CueBook(List.of(CueFile.read(name, text.lines().toList(), new PlainWords())));
    }

    private static List<String> lines(String name) {
        InputStream stream = CueBook.class.getResourceAsStream(FOLDER + name);
        if (stream == null) {
            throw new IllegalStateException("the file " + name + " of the cues is missing from this build");
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isEmpty()).toList();
        } catch (IOException broken) {
            throw new CueFormatException("the file " + name + " of the cues cannot be read", broken);
        }
    }

    /** All cues, in the order of their numbers. */
    public List<Cue> cues() {
        return List.copyOf(cues.values());
    }

    /** The cue of a name. */
    public Cue cue(String name) {
        Cue cue = cues.get(name);
        if (cue == null) {
            throw new IllegalArgumentException("there is no cue \"" + name + "\"");
        }
        return cue;
    }

    /** Where the words of a message give cues: each place where a cue is given once, in the order of the words. */
    public List<CueHit> find(List<Word> words, Language language) {
        Soundings known = sounds.get(language);
        return known == null ? List.of() : known.find(words, language, cues.size());
    }
}
