package org.amends.language.cue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.amends.language.text.Language;
import org.junit.jupiter.api.Test;

/** The cue files that come with Amends. */
class CueFilesTest {

    private static final Path FOLDER = Path.of("src/main/resources/org/amends/language/cue");

    private static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".cues"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void the_index_lists_every_file_once_and_no_other() throws IOException {
        assertThat(Files.readAllLines(FOLDER.resolve("cues.index"))).containsExactlyInAnyOrderElementsOf(names());
    }

    @Test
    void every_cue_sounds_in_every_language() throws IOException {
        for (String name : names()) {
            CueFile file = CueFile.read(name, Files.readAllLines(FOLDER.resolve(name)), new PlainWords());
            assertThat(file.headings()).as(name).isNotEmpty();
            for (CueFile.Heading heading : file.headings()) {
                Set<Language> languages = new HashSet<>();
                file.sounds().stream()
                        .filter(sound -> sound.cue().equals(heading.name()))
                        .forEach(sound -> languages.add(sound.language()));
                assertThat(languages)
                        .as("%s, cue %s", name, heading.name())
                        .containsExactlyInAnyOrder(Language.values());
            }
        }
    }

    @Test
    void every_way_to_sound_begins_with_a_word_so_that_it_can_be_found() throws IOException {
        for (String name : names()) {
            for (CueFile.Sound sound : CueFile.read(name, Files.readAllLines(FOLDER.resolve(name)), new PlainWords())
                    .sounds()) {
                assertThat(Phrase.starts(sound.phrase()))
                        .as("%s, cue %s, %s", name, sound.cue(), sound.language())
                        .isNotEmpty();
            }
        }
    }

    @Test
    void names_of_cues_are_unique() {
        List<Cue> cues = CueBook.standard().cues();
        assertThat(cues).extracting(Cue::name).doesNotHaveDuplicates();
        assertThat(cues).allSatisfy(cue -> assertThat(cue.meaning()).isNotBlank());
    }
}
