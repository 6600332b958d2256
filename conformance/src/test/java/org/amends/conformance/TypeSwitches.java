package org.amends.conformance;

import com.sun.source.tree.CaseLabelTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConstantCaseLabelTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds {@code default} in switches over types and over the project's own enums. With it, a new event or a new kind of
 * failure would fall through unnoticed; without it, the compiler lists every place that must think about it.
 */
final class TypeSwitches {

    private TypeSwitches() {}

    static List<String> findings(Tree tree) {
        List<Source> sources = Source.parse(tree.mainSources());
        Set<String> constants = enumConstants(sources);
        List<String> findings = new ArrayList<>();
        for (Source source : sources) {
            new Switches(cases -> {
                        if (cases.stream().anyMatch(TypeSwitches::isDefault)
                                && cases.stream().anyMatch(it -> coversClosedSet(it, constants))) {
                            findings.add(
                                    "%s:%d: default in a switch over types or over an enum of the project; name every case"
                                            .formatted(tree.name(source.file()), source.firstLine(cases.getFirst())));
                        }
                    })
                    .scan(source.unit(), null);
        }
        return findings;
    }

    private static boolean isDefault(CaseTree branch) {
        return branch.getLabels().stream().anyMatch(DefaultCaseLabelTree.class::isInstance);
    }

    private static boolean coversClosedSet(CaseTree branch, Set<String> constants) {
        return branch.getLabels().stream().anyMatch(label -> isPatternOrConstant(label, constants));
    }

    private static boolean isPatternOrConstant(CaseLabelTree label, Set<String> constants) {
        return label instanceof PatternCaseLabelTree
                || (label instanceof ConstantCaseLabelTree constant
                        && constant.getConstantExpression() instanceof IdentifierTree name
                        && constants.contains(name.getName().toString()));
    }

    /** The names of all constants of all enums: a switch label that is one of them is taken to switch over that enum. */
    private static Set<String> enumConstants(List<Source> sources) {
        Set<String> names = new HashSet<>();
        for (Source source : sources) {
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitClass(ClassTree type, Void nothing) {
                    if (type.getKind() == Kind.ENUM) {
                        type.getMembers().stream()
                                .filter(VariableTree.class::isInstance)
                                .map(VariableTree.class::cast)
                                .filter(field -> field.getType() instanceof IdentifierTree name
                                        && name.getName().equals(type.getSimpleName()))
                                .forEach(
                                        constant -> names.add(constant.getName().toString()));
                    }
                    return super.visitClass(type, null);
                }
            }.scan(source.unit(), null);
        }
        return names;
    }

    /** Calls back with the cases of every switch that has any. */
    private static final class Switches extends TreeScanner<Void, Void> {

        private final Consumer<List<? extends CaseTree>> action;

        Switches(Consumer<List<? extends CaseTree>> action) {
            this.action = action;
        }

        @Override
        public Void visitSwitch(SwitchTree node, Void nothing) {
            accept(node.getCases());
            return super.visitSwitch(node, null);
        }

        @Override
        public Void visitSwitchExpression(SwitchExpressionTree node, Void nothing) {
            accept(node.getCases());
            return super.visitSwitchExpression(node, null);
        }

        private void accept(List<? extends CaseTree> cases) {
            if (!cases.isEmpty()) {
                action.accept(cases);
            }
        }
    }
}
