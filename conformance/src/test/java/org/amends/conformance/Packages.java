package org.amends.conformance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds packages without a sentence that says what they hold, packages named by layer, and packages in two modules. */
final class Packages {

    /** Names that say how code is stacked instead of what it is about. */
    private static final Set<String> LAYERS = Set.of(
            "util",
            "utils",
            "common",
            "commons",
            "impl",
            "helper",
            "helpers",
            "manager",
            "managers",
            "service",
            "services",
            "controller",
            "controllers",
            "dto",
            "dtos",
            "misc",
            "model",
            "models",
            "mapper",
            "mappers",
            "repository",
            "repositories",
            "shared",
            "internal");

    private static final Pattern JAVADOC = Pattern.compile("\\A\\s*/\\*\\*(.*?)\\*/", Pattern.DOTALL);

    private Packages() {}

    static List<String> findings(Tree tree) {
        List<String> findings = new ArrayList<>();
        Map<String, String> moduleOf = new HashMap<>();
        for (String module : tree.modules()) {
            Path sources = tree.root().resolve(module).resolve("src/main/java");
            for (Path folder : packages(tree, module)) {
                String name =
                        sources.relativize(folder).toString().replace('\\', '/').replace('/', '.');
                checkSentence(tree, folder, findings);
                checkName(tree, folder, name, findings);
                String other = moduleOf.putIfAbsent(name, module);
                if (other != null) {
                    findings.add("package %s is in modules %s and %s; give it one home".formatted(name, other, module));
                }
            }
        }
        return findings;
    }

    private static Set<Path> packages(Tree tree, String module) {
        Set<Path> folders = new TreeSet<>();
        for (Path file : tree.mainSources(module)) {
            if (!file.endsWith("module-info.java")) {
                folders.add(file.getParent());
            }
        }
        return folders;
    }

    private static void checkSentence(Tree tree, Path folder, List<String> findings) {
        Path info = folder.resolve("package-info.java");
        if (!Files.exists(info)) {
            findings.add("%s has no package-info.java; add one with a sentence that says what the package holds"
                    .formatted(tree.name(folder)));
            return;
        }
        Matcher javadoc = JAVADOC.matcher(tree.text(info));
        String sentence =
                javadoc.find() ? javadoc.group(1).replaceAll("(?m)^\\s*\\*", "").strip() : "";
        if (!sentence.endsWith(".")) {
            findings.add(
                    "%s does not begin with a sentence that says what the package holds".formatted(tree.name(info)));
        }
    }

    private static void checkName(Tree tree, Path folder, String name, List<String> findings) {
        for (String part : name.split("\\.", -1)) {
            if (LAYERS.contains(part)) {
                findings.add("%s: \"%s\" names a layer; name the package by what it is about"
                        .formatted(tree.name(folder), part));
            }
        }
    }
}
