package org.amends.language.lint;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ways of saying one thing, from a file of phrases.
 *
 * @param name the rule that they break, or the topic that they show
 * @param rule the rule, or null for a topic
 * @param level how bad this way of breaking the rule is
 * @param unlessDated whether a day in the same sentence makes it good
 * @param onlyFirst whether it is wrong only before the first human word
 * @param better sentences to write instead, the best first
 */
record Group(
        String name, @Nullable Rule rule, Level level, boolean unlessDated, boolean onlyFirst, List<String> better) {
    Group {
        better = List.copyOf(better);
    }
}
