package org.amends.conformance;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The rules that ARCHITECTURE.md numbers, as ArchUnit rules. Each says in its message what to do instead. */
final class Architecture {

    /**
     * For each package of the core, the packages of the core that it may use. An edge that is not here is a decision: add it
     * with a line in ARCHITECTURE.md.
     */
    static final Map<String, Set<String>> ALLOWED_EDGES = Map.ofEntries(
            Map.entry("org.amends.money", Set.of()),
            Map.entry("org.amends.fairness", Set.of()),
            Map.entry("org.amends.event", Set.of("org.amends.money")),
            Map.entry("org.amends.preference", Set.of("org.amends.event", "org.amends.money")),
            Map.entry("org.amends.policy", Set.of("org.amends.event", "org.amends.money")),
            Map.entry("org.amends.failure", Set.of("org.amends.policy", "org.amends.event", "org.amends.money")),
            Map.entry(
                    "org.amends.relationship",
                    Set.of("org.amends.failure", "org.amends.policy", "org.amends.event", "org.amends.money")),
            Map.entry(
                    "org.amends.recovery",
                    Set.of("org.amends.relationship", "org.amends.policy", "org.amends.event", "org.amends.money")),
            Map.entry("org.amends.complaint", Set.of("org.amends.event", "org.amends.money")),
            Map.entry("org.amends.promise", Set.of("org.amends.complaint", "org.amends.event", "org.amends.money")),
            Map.entry("org.amends.deadline", Set.of("org.amends.complaint", "org.amends.event", "org.amends.money")),
            Map.entry(
                    "org.amends.slip",
                    Set.of(
                            "org.amends.relationship",
                            "org.amends.failure",
                            "org.amends.preference",
                            "org.amends.event",
                            "org.amends.money")));

    private static final Set<String> ROUNDED_DIFFERENTLY = Set.of(
            "exp", "expm1", "log", "log10", "log1p", "pow", "sin", "cos", "tan", "asin", "acos", "atan", "atan2",
            "sinh", "cosh", "tanh", "cbrt", "hypot");

    private static final Set<String> OUTSIDE_WORLD_OF_SYSTEM = Set.of(
            "currentTimeMillis", "nanoTime", "getenv", "getProperty", "getProperties", "identityHashCode", "exit");

    private static final List<String> OUTSIDE_WORLD = List.of(
            "java.io..",
            "java.nio.file..",
            "java.nio.channels..",
            "java.net..",
            "java.sql..",
            "java.util.concurrent..",
            "java.util.logging..",
            "java.util.prefs..",
            "java.lang.reflect..",
            "java.util.random..");

    private static final List<String> HOME_OF_CORE = List.of(
            "java.lang..",
            "java.math..",
            "java.text..",
            "java.time..",
            "java.util..",
            "java.nio.charset..",
            "org.jspecify.annotations..");

    private Architecture() {}

    static ArchRule coreDependsOnItselfAndTheJdk(Set<String> packagesOfCore) {
        String[] allowed =
                Stream.concat(HOME_OF_CORE.stream(), packagesOfCore.stream()).toArray(String[]::new);
        return classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(arrays()))
                .as("R1: the core depends on itself, the JDK's plain packages and JSpecify only");
    }

    static ArchRule coreHasNoOutsideWorld() {
        return noClasses()
                .should()
                .dependOnClassesThat(outsideWorld())
                .orShould()
                .accessTargetWhere(calls(
                        "the environment",
                        it -> it.getOwner().isEquivalentTo(System.class)
                                && OUTSIDE_WORLD_OF_SYSTEM.contains(it.getName())))
                .orShould()
                .accessTargetWhere(calls(
                        "a parallel stream",
                        it -> it.getName().equals("parallelStream")
                                || (it.getName().equals("parallel")
                                        && it.getOwner().getPackageName().equals("java.util.stream"))))
                .as("R2: the core has no I/O, environment, threads or reflection; adapters hand it values");
    }

    static ArchRule coreHasNoClock() {
        return noClasses()
                .should()
                .dependOnClassesThat(named(
                        Set.of("java.time.Clock", "java.time.InstantSource", "java.util.Date", "java.util.Calendar")))
                .orShould()
                .accessTargetWhere(calls(
                        "the clock",
                        it -> it.getName().equals("now")
                                && it.getOwner().getPackageName().startsWith("java.time")))
                .orShould()
                .accessTargetWhere(calls(
                        "the machine's zone or language",
                        it -> it.getName().equals("systemDefault")
                                || (it.getName().equals("getDefault")
                                        && Set.of("java.util.Locale", "java.util.TimeZone")
                                                .contains(it.getOwner().getName()))))
                .as("R3: the core has no clock, zone or language of its own; time is an argument named now");
    }

    static ArchRule coreHasNoRandomness() {
        return noClasses()
                .should()
                .dependOnClassesThat(
                        named(Set.of("java.util.Random", "java.util.SplittableRandom", "java.security.SecureRandom")))
                .orShould()
                .accessTargetWhere(calls(
                        "chance",
                        it -> it.getName().equals("randomUUID")
                                || (it.getName().equals("random")
                                        && it.getOwner().isEquivalentTo(Math.class))))
                .as("R4: the core has no randomness of its own; ids and random numbers are arguments");
    }

    static ArchRule coreRoundsTheSameEverywhere() {
        return noClasses()
                .should()
                .accessTargetWhere(calls(
                        "Math",
                        it -> it.getOwner().isEquivalentTo(Math.class) && ROUNDED_DIFFERENTLY.contains(it.getName())))
                .as(
                        "R5: the core uses StrictMath, because Math.exp, log, pow and their like may differ between machines");
    }

    static ArchRule eventsAreSealedFamiliesOfRecords() {
        return classes()
                .that(describe("belong to a family of events", Architecture::isEventOrFamily))
                .should(beSealedOrRecord())
                .as("R6: events are sealed interfaces of records");
    }

    static ArchRule noCycles() {
        return slices().matching("org.amends.(**)").should().beFreeOfCycles().as("R7: packages have no cycles");
    }

    static ArchRule coreFollowsItsEdges() {
        return classes()
                .should(new ArchCondition<JavaClass>("use only the packages below their own") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        Set<String> allowed = ALLOWED_EDGES.get(type.getPackageName());
                        if (allowed == null) {
                            events.add(SimpleConditionEvent.violated(
                                    type,
                                    "package %s has no place in Architecture.ALLOWED_EDGES"
                                            .formatted(type.getPackageName())));
                            return;
                        }
                        for (Dependency edge : type.getDirectDependenciesFromSelf()) {
                            String target =
                                    edge.getTargetClass().getBaseComponentType().getPackageName();
                            if (target.startsWith("org.amends")
                                    && !target.equals(type.getPackageName())
                                    && !allowed.contains(target)) {
                                events.add(SimpleConditionEvent.violated(edge, edge.getDescription()));
                            }
                        }
                    }
                })
                .as("R8: the core's packages use only those below them");
    }

    private static boolean isEventOrFamily(JavaClass type) {
        return isFamily(type)
                || (!type.isInterface() && type.getAllRawInterfaces().stream().anyMatch(Architecture::isFamily));
    }

    private static boolean isFamily(JavaClass type) {
        return type.isInterface()
                && type.getPackageName().startsWith("org.amends")
                && type.getSimpleName().endsWith("Event");
    }

    private static ArchCondition<JavaClass> beSealedOrRecord() {
        return new ArchCondition<>("be sealed interfaces or records") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean fine = type.isInterface() ? type.isSealed() : type.isRecord();
                events.add(new SimpleConditionEvent(
                        type,
                        fine,
                        type.isInterface()
                                ? type.getName() + " is an event family and is not sealed"
                                : type.getName() + " is an event and not a record"));
            }
        };
    }

    /** A concurrent map is allowed: it serves a memo that several threads of a caller share. */
    private static DescribedPredicate<JavaClass> outsideWorld() {
        DescribedPredicate<JavaClass> memo =
                named(Set.of("java.util.concurrent.ConcurrentHashMap", "java.util.concurrent.ConcurrentMap"));
        return resideInAnyPackage(OUTSIDE_WORLD.toArray(String[]::new))
                .and(DescribedPredicate.not(memo))
                .or(named(Set.of(
                        "java.lang.Thread",
                        "java.lang.Process",
                        "java.lang.ProcessBuilder",
                        "java.lang.Runtime",
                        "java.util.Timer",
                        "java.util.Scanner")));
    }

    private static DescribedPredicate<JavaClass> arrays() {
        return describe("primitives and arrays", it -> it.isArray() || it.isPrimitive());
    }

    private static DescribedPredicate<JavaClass> named(Set<String> names) {
        return describe("are " + names, it -> names.contains(it.getName()));
    }

    private static DescribedPredicate<JavaAccess<?>> calls(String what, Predicate<AccessTarget> predicate) {
        return describe("is of " + what, it -> predicate.test(it.getTarget()));
    }

    private static <T> DescribedPredicate<T> describe(String description, Predicate<T> predicate) {
        return DescribedPredicate.describe(description, predicate);
    }
}
