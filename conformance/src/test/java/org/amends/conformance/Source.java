package org.amends.conformance;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A parsed Java file. Only its shape is known: names are not resolved to types.
 *
 * @param file where it lies
 * @param unit what it says
 */
record Source(Path file, CompilationUnitTree unit, SourcePositions positions) {

    /** Parses the files, in the order given. */
    static List<Source> parse(List<Path> files) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null);
        JavacTask task = (JavacTask)
                compiler.getTask(null, manager, null, List.of(), null, manager.getJavaFileObjectsFromPaths(files));
        SourcePositions positions = Trees.instance(task).getSourcePositions();
        try {
            List<Source> sources = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                sources.add(new Source(Path.of(unit.getSourceFile().toUri()), unit, positions));
            }
            return sources;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The line, counted from 1, on which the element begins. Its Javadoc is not part of it. */
    long firstLine(com.sun.source.tree.Tree element) {
        return unit.getLineMap().getLineNumber(positions.getStartPosition(unit, element));
    }

    /** The line, counted from 1, on which the element ends. */
    long lastLine(com.sun.source.tree.Tree element) {
        return unit.getLineMap().getLineNumber(positions.getEndPosition(unit, element));
    }

    /** Whether the element is a class, record, interface, enum or annotation. */
    static boolean isType(com.sun.source.tree.Tree element) {
        return switch (element.getKind()) {
            case CLASS, RECORD, INTERFACE, ENUM, ANNOTATION_TYPE -> true;
            case Kind other -> false;
        };
    }
}
