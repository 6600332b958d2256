package org.amends.conformance;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rules of ARCHITECTURE.md hold for the product's classes. */
class ArchitectureTest {

    private static final Tree PROJECT = Tree.ofThisProject();
    private static final JavaClasses CORE = classesOf("core");

    @Test
    void theCoreDependsOnItselfAndTheJdk() {
        Set<String> packages = CORE.stream().map(type -> type.getPackageName()).collect(Collectors.toSet());
        Architecture.coreDependsOnItselfAndTheJdk(packages).check(CORE);
    }

    @Test
    void theCoreHasNoOutsideWorld() {
        Architecture.coreHasNoOutsideWorld().check(CORE);
    }

    @Test
    void theCoreHasNoClock() {
        Architecture.coreHasNoClock().check(CORE);
    }

    @Test
    void theCoreHasNoRandomness() {
        Architecture.coreHasNoRandomness().check(CORE);
    }

    @Test
    void theCoreRoundsTheSameEverywhere() {
        Architecture.coreRoundsTheSameEverywhere().check(CORE);
    }

    @Test
    void eventsAreSealedFamiliesOfRecords() {
        Architecture.eventsAreSealedFamiliesOfRecords().check(CORE);
    }

    @Test
    void theCoresPackagesUseOnlyThoseBelowThem() {
        Architecture.coreFollowsItsEdges().check(CORE);
    }

    @Test
    void packagesHaveNoCycles() {
        Architecture.noCycles()
                .check(classesOf(
                        "core", "formats", "insight", "story", "guard", "language", "store-postgres", "server", "cli"));
    }

    /** R9. The poms hold the edges between modules, so the poms are what is read. */
    @Test
    void modulesDependOnlyOnThoseBelowThem() {
        Map<String, Set<String>> allowed = Map.ofEntries(
                entry("core", Set.of()),
                entry("formats", Set.of("core")),
                entry("insight", Set.of("core")),
                entry("story", Set.of("core")),
                entry("guard", Set.of("core", "formats")),
                entry("language", Set.of("core", "formats")),
                entry("store-postgres", Set.of("core", "formats")),
                entry("server", Set.of("core", "formats", "insight", "story", "guard", "language", "store-postgres")),
                entry(
                        "cli",
                        Set.of("core", "formats", "insight", "story", "guard", "language", "store-postgres", "server")),
                entry("benchmarks", Set.of("core", "formats", "insight", "guard", "language", "store-postgres")),
                entry(
                        "conformance",
                        Set.of(
                                "core",
                                "formats",
                                "insight",
                                "story",
                                "guard",
                                "language",
                                "store-postgres",
                                "server",
                                "cli")));
        assertThat(PROJECT.modules()).as("modules").containsExactlyInAnyOrderElementsOf(allowed.keySet());
        Pattern edge = Pattern.compile("<artifactId>amends-([\\w-]+)</artifactId>");
        allowed.forEach((module, below) -> {
            String dependencies = PROJECT.text(PROJECT.root().resolve(module).resolve("pom.xml"))
                    .replaceAll("(?s).*?(<dependencies>.*</dependencies>).*", "$1");
            assertThat(Tree.all(edge, dependencies))
                    .as("modules that %s uses", module)
                    .isSubsetOf(below);
        });
    }

    private static JavaClasses classesOf(String... modules) {
        List<Path> folders = List.of(modules).stream()
                .map(module -> PROJECT.root().resolve(module).resolve("target/classes"))
                .toList();
        // Pages are made from templates beside no package; each may show what any feature offers.
        return new ClassFileImporter()
                .withImportOption(place -> !place.contains("/Jte"))
                .importPaths(folders);
    }
}
