package org.amends.conformance;

import java.util.List;
import java.util.regex.Pattern;

/** Finds parts of others that the product uses at run time and {@code NOTICE} does not name with their licence. */
final class Notices {

    private static final Pattern DEPENDENCY = Pattern.compile("(?s)<dependency>(.*?)</dependency>");
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>([^<]+)</artifactId>");

    private Notices() {}

    static List<String> findings(Tree tree) {
        String notice = tree.text(tree.root().resolve("NOTICE"));
        return tree.modules().stream()
                .flatMap(module ->
                        Tree.all(
                                DEPENDENCY,
                                tree.text(tree.root().resolve(module).resolve("pom.xml")))
                                .stream())
                .filter(dependency -> !dependency.contains("<scope>test</scope>"))
                .map(dependency -> Tree.all(ARTIFACT, dependency).getFirst())
                .filter(artifact -> !artifact.startsWith("amends-"))
                .distinct()
                .filter(artifact -> !Pattern.compile("(?<![\\w-])" + Pattern.quote(artifact) + "(?![\\w-])")
                        .matcher(notice)
                        .find())
                .map(artifact -> "NOTICE does not name %s; add it with its licence".formatted(artifact))
                .toList();
    }
}
