package org.amends.conformance;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds files over 400 lines and methods over 40. A longer one stands in {@code conformance/size-exceptions.txt} with its
 * reason: {@code path: reason} or {@code path#method: reason}. An exception that is no longer needed is a finding too.
 */
final class Sizes {

    private static final int MOST_LINES_OF_FILE = 400;
    private static final int MOST_LINES_OF_METHOD = 40;
    private static final String EXCEPTIONS = "conformance/size-exceptions.txt";

    private final Tree tree;
    private final Set<String> excepted = new HashSet<>();
    private final Set<String> unused = new HashSet<>();
    private final List<String> findings = new ArrayList<>();

    private Sizes(Tree tree) {
        this.tree = tree;
    }

    static List<String> findings(Tree tree) {
        Sizes sizes = new Sizes(tree);
        sizes.readExceptions();
        tree.sources().forEach(sizes::checkFile);
        Source.parse(tree.mainSources()).forEach(sizes::checkMethods);
        sizes.unused.forEach(name ->
                sizes.findings.add("%s: %s is not too long any more; remove the line".formatted(EXCEPTIONS, name)));
        return sizes.findings;
    }

    private void readExceptions() {
        Path file = tree.root().resolve(EXCEPTIONS);
        if (!Files.exists(file)) {
            return;
        }
        for (String line : tree.text(file).lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] parts = line.split(": ", 2);
            if (parts.length < 2 || parts[1].isBlank()) {
                findings.add("%s: \"%s\" gives no reason; write \"path: reason\" or \"path#method: reason\""
                        .formatted(EXCEPTIONS, line));
            }
            excepted.add(parts[0]);
        }
        unused.addAll(excepted);
    }

    private void checkFile(Path file) {
        long lines = tree.text(file).lines().count();
        if (lines > MOST_LINES_OF_FILE && !isExcepted(tree.name(file))) {
            findings.add("%s has %d lines; %d is the most, or give a reason in %s"
                    .formatted(tree.name(file), lines, MOST_LINES_OF_FILE, EXCEPTIONS));
        }
    }

    private void checkMethods(Source source) {
        new TreeScanner<Void, ClassTree>() {
            @Override
            public Void visitClass(ClassTree type, ClassTree enclosing) {
                return super.visitClass(type, type);
            }

            @Override
            public Void visitMethod(MethodTree method, ClassTree type) {
                // A compact constructor or a generated member may have no end of its own.
                long lines = source.lastLine(method) - source.firstLine(method) + 1;
                String name = method.getName().contentEquals("<init>")
                        ? type.getSimpleName().toString()
                        : method.getName().toString();
                String place = tree.name(source.file()) + "#" + name;
                if (lines > MOST_LINES_OF_METHOD && !isExcepted(place)) {
                    findings.add("%s has %d lines; %d is the most, or give a reason in %s"
                            .formatted(place, lines, MOST_LINES_OF_METHOD, EXCEPTIONS));
                }
                return super.visitMethod(method, type);
            }
        }.scan(source.unit(), null);
    }

    private boolean isExcepted(String place) {
        unused.remove(place);
        return excepted.contains(place);
    }
}
