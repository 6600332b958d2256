package org.amends.conformance;

import com.sun.source.tree.ClassTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/**
 * Compares the public types of the core with the rows of {@code docs/glossary.md}: a row begins with the type's name,
 * {@code | `Money` | ...}. Each type has one row, and each row under "Types of the core" has a type.
 */
final class Glossary {

    private static final Pattern TYPE_ROW = Pattern.compile("(?m)^\\| `([A-Z]\\w*)` \\|");

    private Glossary() {}

    static List<String> findings(Tree tree) {
        List<String> rows = Tree.all(TYPE_ROW, tree.text(tree.root().resolve("docs/glossary.md")));
        Set<String> types = publicTypes(tree);
        List<String> findings = new ArrayList<>();
        for (String type : types) {
            long count = rows.stream().filter(type::equals).count();
            if (count != 1) {
                findings.add("docs/glossary.md has %d rows for the public type %s; give it one: | `%s` | meaning |"
                        .formatted(count, type, type));
            }
        }
        rows.stream()
                .filter(row -> !types.contains(row))
                .forEach(row -> findings.add(
                        "docs/glossary.md has a row for %s, which is no public type of the core".formatted(row)));
        return findings;
    }

    private static Set<String> publicTypes(Tree tree) {
        Set<String> names = new TreeSet<>();
        for (Source source : Source.parse(tree.mainSources("core"))) {
            source.unit().getTypeDecls().stream()
                    .filter(Source::isType)
                    .map(ClassTree.class::cast)
                    .filter(type -> type.getModifiers().getFlags().contains(Modifier.PUBLIC))
                    .forEach(type -> names.add(type.getSimpleName().toString()));
        }
        return names;
    }
}
