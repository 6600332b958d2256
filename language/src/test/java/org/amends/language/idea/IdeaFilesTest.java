package org.amends.language.idea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.amends.language.text.Language;
import org.amends.language.text.Words;
import org.junit.jupiter.api.Test;

/** The files of the thesaurus that comes with Amends, and their form. */
class IdeaFilesTest {

    private static final Path FOLDER = Path.of("src/main/resources/org/amends/language/idea");

    private static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".ideas"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void the_index_lists_every_file_once_and_no_other() throws IOException {
        assertThat(Files.readAllLines(FOLDER.resolve("ideas.index"))).containsExactlyInAnyOrderElementsOf(names());
    }

    @Test
    void every_idea_has_words_in_every_language() throws IOException {
        for (String name : names()) {
            String idea = "";
            Set<String> missing = new HashSet<>();
            List<String> lines = new ArrayList<>(Files.readAllLines(FOLDER.resolve(name)));
            lines.add("end");
            for (String line : lines) {
                if (line.startsWith("  ")) {
                    assertThat(line.substring(6)).as("%s, %s", name, idea).isNotBlank();
                    missing.remove(line.substring(2, 4));
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    assertThat(missing)
                            .as("languages without words of %s in %s", idea, name)
                            .isEmpty();
                    idea = line.strip();
                    missing = new HashSet<>(Set.of("en", "fr", "es", "ru"));
                }
            }
        }
    }

    @Test
    void a_word_names_its_ideas_whole_or_by_its_beginning() {
        IdeaBook book = IdeaBook.of("test.ideas", "money\n  en: cash refund*\n  fr: remboursé*\n");
        assertThat(ideas(book, "cash refunds cashier")).containsExactly("money", "money", "");
        assertThat(book.of(Words.of("REMBOURSEMENT", Language.FRENCH).getFirst(), Language.FRENCH))
                .containsExactly("money");
    }

    private static List<String> ideas(IdeaBook book, String text) {
        return Words.of(text, Language.ENGLISH).stream()
                .map(word -> String.join(" ", book.of(word, Language.ENGLISH)))
                .toList();
    }

    @Test
    void a_line_of_no_known_form_is_named_with_file_and_line() {
        assertThatThrownBy(() -> IdeaBook.of("test.ideas", "money\n  de: Geld\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("test.ideas, line 2:")
                .hasMessageContaining("de: Geld");
        assertThatThrownBy(() -> IdeaBook.of("test.ideas", "  en: cash\n")).hasMessageContaining("line 1");
    }
}
