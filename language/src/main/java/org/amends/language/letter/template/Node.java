package org.amends.language.letter.template;

import java.util.List;
import java.util.Map;

/** A piece of a template. */
sealed interface Node {

    /** Words that stand as they are. */
    record Literal(String text) implements Node {}

    /** The value of a variable. */
    record Slot(String name, VariableType type) implements Node {}

    /** Words that are left out when one of the variables in them has no value. */
    record Optional(List<Node> nodes) implements Node {}

    /** One of several wordings, by the value of a variable; {@code other} is always there. */
    record Choice(String name, Map<String, List<Node>> branches) implements Node {}

    /** One of several wordings, by the plural category of a number in the language; {@code other} is always there. */
    record Plural(String name, Map<String, List<Node>> branches) implements Node {}

    /** The number by which the plural around it was chosen. */
    record Counted(String name) implements Node {}
}
