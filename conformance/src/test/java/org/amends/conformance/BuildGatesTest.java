package org.amends.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each gate of the build bites: Maven runs offline on a copy of the project's poms with a core of one small package, in
 * which one violation was planted, and must fail with that gate's own message. The clean copy must pass, or a failure would
 * prove nothing.
 */
class BuildGatesTest {

    private static final Tree PROJECT = Tree.ofThisProject();
    private static final String PACKAGE = "core/src/main/java/org/amends/song/";

    @TempDir
    private Path root;

    @BeforeEach
    void copyThePomsWithACoreOfOnePackage() throws IOException {
        Assumptions.assumeTrue(System.getProperty("amends.maven.home") != null, "only Maven says where Maven is");
        copy("pom.xml");
        copy(".mvn/jvm.config");
        for (String module : PROJECT.modules()) {
            copy(module + "/pom.xml");
        }
        plant("core/src/main/java/module-info.java", """
                /** A core of one package. */
                @org.jspecify.annotations.NullMarked
                module org.amends.core {
                    requires static transitive org.jspecify;

                    exports org.amends.song;
                }
                """);
        plant(PACKAGE + "package-info.java", """
                /** What is sung. */
                package org.amends.song;
                """);
        plant(PACKAGE + "Song.java", """
                package org.amends.song;

                /** What is sung. */
                public sealed interface Song {

                    /** Many notes. */
                    record Trill(int notes) implements Song {}

                    /** One note. */
                    record Call() implements Song {}

                    /** The song with one note more. */
                    default Song longer() {
                        return switch (this) {
                            case Trill(int notes) -> new Trill(notes + 1);
                            case Call ignored -> new Trill(2);
                        };
                    }
                }
                """);
    }

    @Test
    void theCleanCopyPasses() throws Exception {
        Outcome outcome = maven("compile");

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    }

    @Test
    void badFormatIsCaught() throws Exception {
        plant(PACKAGE + "Canary.java", "package org.amends.song;\n\nfinal class Canary\n{\n}\n");

        assertFails(maven("process-sources"), "The following files had format violations", "Canary.java");
    }

    @Test
    void aNullReturnIsCaught() throws Exception {
        plantMember("static String name() {", "    return null;", "}");

        assertFails(compileOnly(), "[NullAway] returning @Nullable expression from method with @NonNull return type");
    }

    @Test
    void anUnmarkedPackageIsCaught() throws Exception {
        // Only a module without module-info can have one: in the core, the module marks every package.
        Files.delete(root.resolve("core/src/main/java/module-info.java"));

        assertFails(compileOnly(), "[RequireExplicitNullMarking]");
    }

    @Test
    void aMissingCaseIsCaught() throws Exception {
        plantMember(
                "static int notes(Song song) {",
                "    return switch (song) {",
                "        case Song.Call ignored -> 1;",
                "    };",
                "}");

        assertFails(compileOnly(), "the switch expression does not cover all possible input values");
    }

    @Test
    void anIgnoredResultIsCaught() throws Exception {
        plantMember("static void sing(Song song) {", "    song.longer();", "}");

        assertFails(compileOnly(), "[CheckReturnValue]");
    }

    @Test
    void aWarningOfTheCompilerIsCaught() throws Exception {
        plantMember(
                "static java.util.List<String> names() {",
                "    java.util.List raw = new java.util.ArrayList();",
                "    return raw;",
                "}");

        assertFails(compileOnly(), "found raw type: java.util.List", "warnings found and -Werror specified");
    }

    @Test
    void aForeignDependencyOfTheCoreIsCaught() throws Exception {
        edit("core/pom.xml", "<dependencies>", """
                <dependencies>
                    <dependency>
                      <groupId>info.picocli</groupId>
                      <artifactId>picocli</artifactId>
                    </dependency>""");

        assertFails(maven("validate"), "The core depends on the JDK and JSpecify only", "info.picocli:picocli");
    }

    @Test
    void twoVersionsOfOneDependencyAreCaught() throws Exception {
        edit("core/pom.xml", "<dependencies>", """
                <dependencies>
                    <dependency>
                      <groupId>org.junit.jupiter</groupId>
                      <artifactId>junit-jupiter</artifactId>
                      <scope>test</scope>
                    </dependency>""");

        assertFails(maven("validate"), "'dependencies.dependency.(groupId:artifactId:type:classifier)' must be unique");
    }

    @Test
    void aPluginWithoutVersionIsCaught() throws Exception {
        String plugin = "<artifactId>maven-install-plugin</artifactId>";
        edit("pom.xml", plugin + "\n          <version>3.1.4</version>", plugin);

        assertFails(maven("validate"), "Some plugins are missing valid versions", "maven-install-plugin");
    }

    @Test
    void anOldJdkIsCaught() throws Exception {
        edit("pom.xml", "<version>[21,)</version>", "<version>[99,)</version>");

        assertFails(maven("validate"), "Amends builds on JDK 21 or later");
    }

    private Outcome compileOnly() throws Exception {
        return maven("compile", "-Dspotless.check.skip=true", "-Denforcer.skip=true");
    }

    private Outcome maven(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("amends.maven.home"), "bin", "mvn").toString(),
                "-B",
                "-o",
                "-ntp",
                "-pl",
                "core",
                "-Dmaven.repo.local=" + System.getProperty("amends.maven.repository")));
        command.addAll(List.of(arguments));
        Path output = root.resolve("maven.log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().remove("MAVEN_ARGS");
        // A short life: the quick compiler is worth more than the good one.
        builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        Process process = builder.start();
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
        }
        return new Outcome(process.exitValue(), Files.readString(output));
    }

    private static void assertFails(Outcome outcome, String... messages) {
        assertThat(outcome.output()).contains(messages).contains("BUILD FAILURE");
        assertThat(outcome.exitCode()).isNotZero();
    }

    private void plantMember(String... lines) throws IOException {
        plant(
                PACKAGE + "Canary.java",
                "package org.amends.song;\n\nfinal class Canary {\n\n    private Canary() {}\n\n    "
                        + String.join("\n    ", lines) + "\n}\n");
    }

    private void plant(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void edit(String name, String old, String replacement) throws IOException {
        String text = Files.readString(root.resolve(name));
        assertThat(text).as("what is to be replaced in %s", name).contains(old);
        int at = text.indexOf(old);
        plant(name, text.substring(0, at) + replacement + text.substring(at + old.length()));
    }

    private void copy(String name) throws IOException {
        Path target = root.resolve(name);
        Files.createDirectories(target.getParent());
        Files.copy(PROJECT.root().resolve(name), target, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * How a run of Maven ended.
     *
     * @param exitCode 0 when the build passed
     * @param output everything that it printed
     */
    private record Outcome(int exitCode, String output) {}
}
