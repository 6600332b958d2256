package org.amends.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each rule of the tree bites: a small clean project passes, and one planted violation is found by its own message. */
class TreeCanariesTest {

    private static final String PACKAGE = "core/src/main/java/org/amends/song/";

    @TempDir
    private Path root;

    private Tree tree;

    @BeforeEach
    void cleanProject() {
        tree = new Tree(root);
        plant("pom.xml", "<modules>\n<module>core</module>\n</modules>");
        plant("docs/glossary.md", "| type | meaning |\n| `Song` | what is sung |\n");
        plant(PACKAGE + "package-info.java", "/** What is sung. */\npackage org.amends.song;\n");
        plant(PACKAGE + "Song.java", """
                package org.amends.song;
                public sealed interface Song {
                    record Trill(int notes) implements Song {}
                    record Call() implements Song {}
                    enum Pitch { HIGH, LOW }
                    static int notes(Song song) {
                        return switch (song) { case Trill(int notes) -> notes; case Call c -> 1; };
                    }
                    static int hertz(String name) {
                        return switch (name) { case "a" -> 440; default -> 0; };
                    }
                }
                """);
    }

    @Test
    void theCleanProjectPasses() {
        assertThat(TypeSwitches.findings(tree)).isEmpty();
        assertThat(Sizes.findings(tree)).isEmpty();
        assertThat(Packages.findings(tree)).isEmpty();
        assertThat(Glossary.findings(tree)).isEmpty();
        assertThat(Documents.findings(tree)).isEmpty();
        assertThat(Leaks.findings(tree)).isEmpty();
    }

    @Test
    void defaultBesideATypePatternIsFound() {
        plantMember("static int n(Song s) { return switch (s) { case Song.Call c -> 1; default -> 0; }; }");

        assertThat(TypeSwitches.findings(tree))
                .singleElement()
                .asString()
                .startsWith(PACKAGE + "Canary.java:2: default in a switch over types");
    }

    @Test
    void nullAndDefaultBesideARecordPatternIsFound() {
        plantMember(
                "static void n(Song s) { switch (s) { case Song.Trill(int n): break; case null, default: break; } }");

        assertThat(TypeSwitches.findings(tree)).hasSize(1);
    }

    @Test
    void defaultBesideAnEnumOfTheProjectIsFound() {
        plantMember("static int n(Song.Pitch p) { return switch (p) { case HIGH -> 1; default -> 0; }; }");

        assertThat(TypeSwitches.findings(tree)).hasSize(1);
    }

    @Test
    void anOversizeMethodIsFound() {
        plantMember("static void n() {\n" + "    ;\n".repeat(40) + "}");

        assertThat(Sizes.findings(tree))
                .containsExactly(PACKAGE + "Canary.java#n has 42 lines; 40 is the most,"
                        + " or give a reason in conformance/size-exceptions.txt");
    }

    @Test
    void anOversizeFileIsFound() {
        plant(PACKAGE + "Canary.java", "package org.amends.song;\n" + "// la\n".repeat(400));

        assertThat(Sizes.findings(tree))
                .singleElement()
                .asString()
                .contains("Canary.java has 401 lines; 400 is the most");
    }

    @Test
    void anOversizeMethodWithAReasonPassesAndAnUnusedReasonIsFound() {
        plantMember("static void n() {\n" + "    ;\n".repeat(40) + "}");
        plant(
                "conformance/size-exceptions.txt",
                PACKAGE + "Canary.java#n: a list of rests\ncore/Gone.java: was long\n");

        assertThat(Sizes.findings(tree))
                .containsExactly(
                        "conformance/size-exceptions.txt: core/Gone.java is not too long any more; remove the line");
    }

    @Test
    void anExceptionWithoutAReasonIsFound() {
        plantMember("static void n() {\n" + "    ;\n".repeat(40) + "}");
        plant("conformance/size-exceptions.txt", PACKAGE + "Canary.java#n\n");

        assertThat(Sizes.findings(tree)).singleElement().asString().contains("gives no reason");
    }

    @Test
    void aPackageWithoutPackageInfoIsFound() {
        plant("core/src/main/java/org/amends/nest/Nest.java", "package org.amends.nest;\nclass Nest {}\n");

        assertThat(Packages.findings(tree))
                .singleElement()
                .asString()
                .contains("org/amends/nest has no package-info.java");
    }

    @Test
    void aPackageInfoWithoutASentenceIsFound() {
        plant(PACKAGE + "package-info.java", "package org.amends.song;\n");

        assertThat(Packages.findings(tree)).singleElement().asString().contains("does not begin with a sentence");
    }

    @Test
    void aPackageNamedByLayerIsFound() {
        plant("core/src/main/java/org/amends/util/package-info.java", "/** Odds. */\npackage org.amends.util;\n");

        assertThat(Packages.findings(tree)).singleElement().asString().contains("\"util\" names a layer");
    }

    @Test
    void aPublicTypeMissingFromTheGlossaryIsFound() {
        plant(PACKAGE + "Canary.java", "package org.amends.song;\npublic record Canary() {}\n");

        assertThat(Glossary.findings(tree))
                .containsExactly(
                        "docs/glossary.md has 0 rows for the public type Canary; give it one: | `Canary` | meaning |");
    }

    @Test
    void aGlossaryRowWithoutATypeIsFound() {
        plant("docs/glossary.md", "| `Song` | what is sung |\n| `Dodo` | gone |\n");

        assertThat(Glossary.findings(tree))
                .containsExactly("docs/glossary.md has a row for Dodo, which is no public type of the core");
    }

    @Test
    void aPartOfOthersWithoutNoticeIsFound() {
        plant("NOTICE", "canary-core  Apache-2.0\n");
        plant("core/pom.xml", """
                <dependency><artifactId>canary-core</artifactId></dependency>
                <dependency><artifactId>canary</artifactId></dependency>
                <dependency><artifactId>finch</artifactId><scope>test</scope></dependency>
                <dependency><artifactId>amends-core</artifactId></dependency>
                """);

        assertThat(Notices.findings(tree)).containsExactly("NOTICE does not name canary; add it with its licence");
    }

    @Test
    void aTableOfTheModelThatDiffersFromTheCodeIsFound() {
        plant("docs/model.md", """
                <!-- parameters: made from the code, do not edit -->

                %s
                <!-- end of parameters -->
                <!-- failures: made from the code, do not edit -->

                %s
                <!-- end of failures -->
                <!-- remedies: made from the code, do not edit -->

                %s
                <!-- end of remedies -->
                """.formatted(
                        ModelTables.parameters(),
                        ModelTables.failures().replace("| yes |", "| perhaps |"),
                        ModelTables.remedies()));

        assertThat(ModelTables.findings(tree))
                .singleElement()
                .asString()
                .startsWith("the table of failures in docs/model.md differs from the code");
    }

    @Test
    void aBrokenLinkAndABrokenAnchorAreFound() {
        plant(
                "README.md",
                "# The song\n[a](docs/glossary.md) [b](#the-song) [c](docs/gone.md) [d](#no-song) `[e](x)`\n");

        assertThat(Documents.findings(tree))
                .containsExactly(
                        "README.md: the link to docs/gone.md leads nowhere",
                        "README.md: the link to #no-song leads nowhere");
    }

    @Test
    void aFolderOfOneMachineAndAPrivateHostAreFound() {
        plant("README.md", "Unpack it in /home" + "/mary/amends.\n");
        plant("pom.txt", "https://" + "registry.internal/maven\n");

        assertThat(Leaks.findings(tree)).hasSize(2).allMatch(finding -> finding.contains("exists on one machine only"));
    }

    private void plantMember(String member) {
        plant(PACKAGE + "Canary.java", "package org.amends.song;\nclass Canary { " + member + " }\n");
    }

    private void plant(String name, String text) {
        try {
            Path file = root.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
