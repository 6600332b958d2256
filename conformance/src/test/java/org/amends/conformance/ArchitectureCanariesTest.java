package org.amends.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each architecture rule bites: a planted class that breaks it is caught, with the rule's own message. */
class ArchitectureCanariesTest {

    @TempDir
    private Path classes;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.time.Instant at() { return java.time.Instant.now(); }",
                "java.time.LocalDate at() { return java.time.LocalDate.now(java.time.ZoneOffset.UTC); }",
                "java.util.function.Supplier<java.time.Instant> at() { return java.time.Instant::now; }",
                "java.time.ZoneId zone() { return java.time.ZoneId.systemDefault(); }",
                "java.util.Locale locale() { return java.util.Locale.getDefault(); }",
                "java.time.Clock clock = java.time.Clock.systemUTC();",
            })
    void aClockInTheCoreIsCaught(String member) {
        assertCaught(Architecture.coreHasNoClock(), "R3: the core has no clock", plantedMember(member));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "String text() throws Exception { return java.nio.file.Files.readString(java.nio.file.Path.of(\"x\")); }",
                "java.io.File file;",
                "java.net.URI uri;",
                "long at() { return System.nanoTime(); }",
                "long at() { return System.currentTimeMillis(); }",
                "String user() { return System.getenv(\"USER\"); }",
                "void run() { new Thread(() -> {}).start(); }",
                "long count(java.util.List<String> all) { return all.parallelStream().count(); }",
                "java.util.concurrent.atomic.AtomicInteger counter;",
            })
    void theOutsideWorldInTheCoreIsCaught(String member) {
        assertCaught(Architecture.coreHasNoOutsideWorld(), "R2: the core has no I/O", plantedMember(member));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double chance() { return Math.random(); }",
                "java.util.UUID id() { return java.util.UUID.randomUUID(); }",
                "java.util.Random random;",
                "java.util.SplittableRandom random = new java.util.SplittableRandom(1);",
            })
    void randomnessInTheCoreIsCaught(String member) {
        assertCaught(Architecture.coreHasNoRandomness(), "R4: the core has no randomness", plantedMember(member));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double grow(double x) { return Math.exp(x); }",
                "java.util.function.DoubleUnaryOperator grow() { return Math::log1p; }",
                "double power(double x) { return Math.pow(x, 0.5); }",
            })
    void mathThatRoundsDifferentlyIsCaught(String member) {
        assertCaught(Architecture.coreRoundsTheSameEverywhere(), "R5: the core uses StrictMath", plantedMember(member));
    }

    @Test
    void exactMathIsFine() {
        Architecture.coreRoundsTheSameEverywhere()
                .check(compiled(
                        plantedMember("double root(double x) { return Math.sqrt(Math.abs(x)) + StrictMath.exp(x); }")));
    }

    @Test
    void aForeignClassInTheCoreIsCaught() {
        assertCaught(
                Architecture.coreDependsOnItselfAndTheJdk(Set.of("org.amends.event")),
                "R1: the core depends on itself",
                plantedMember("org.assertj.core.api.Assertions foreign;"));
    }

    @Test
    void anUnsealedEventFamilyIsCaught() {
        assertCaught(
                Architecture.eventsAreSealedFamiliesOfRecords(),
                "org.amends.event.CanaryEvent is an event family and is not sealed",
                "package org.amends.event; public interface CanaryEvent { record Sung() implements CanaryEvent {} }");
    }

    @Test
    void anEventThatIsAClassIsCaught() {
        assertCaught(
                Architecture.eventsAreSealedFamiliesOfRecords(),
                "org.amends.event.CanaryEvent$Sung is an event and not a record",
                "package org.amends.event; public sealed interface CanaryEvent { final class Sung implements CanaryEvent {} }");
    }

    @Test
    void aCycleOfPackagesIsCaught() {
        assertCaught(
                Architecture.noCycles(),
                "R7: packages have no cycles",
                "package org.amends.event; class Canary { org.amends.policy.Finch finch; }",
                "package org.amends.policy; public class Finch { Object back() { return org.amends.event.Perch.class; } }",
                "package org.amends.event; public class Perch {}");
    }

    @Test
    void anEdgeThatRunsUpwardsIsCaught() {
        assertCaught(
                Architecture.coreFollowsItsEdges(),
                "R8: the core's packages use only those below them",
                "package org.amends.money; class Canary { org.amends.policy.Finch finch; }",
                "package org.amends.policy; public class Finch {}");
    }

    @Test
    void aPackageWithoutAPlaceIsCaught() {
        assertCaught(
                Architecture.coreFollowsItsEdges(),
                "package org.amends.canary has no place in Architecture.ALLOWED_EDGES",
                "package org.amends.canary; class Canary {}");
    }

    private static String plantedMember(String member) {
        return "package org.amends.event; class Canary { %s }".formatted(member);
    }

    private void assertCaught(ArchRule rule, String message, String... sources) {
        JavaClasses planted = compiled(sources);
        assertThatThrownBy(() -> rule.check(planted))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(message);
    }

    private JavaClasses compiled(String... sources) {
        List<JavaFileObject> files = new ArrayList<>();
        for (int i = 0; i < sources.length; i++) {
            files.add(new InMemory(sources[i]));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        boolean compiles = compiler.getTask(
                        null, null, null, List.of("-d", classes.toString(), "-proc:none"), null, files)
                .call();
        assertThat(compiles).as("the planted class compiles").isTrue();
        return new ClassFileImporter().importPath(classes);
    }

    /** A source that was never a file. */
    private static final class InMemory extends SimpleJavaFileObject {

        private final String text;

        InMemory(String text) {
            super(URI.create("planted:///" + typeName(text) + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) throws IOException {
            return text;
        }

        private static String typeName(String text) {
            return text.replaceAll("(?s).*?\\b(?:class|interface|record) (\\w+).*", "$1");
        }
    }
}
