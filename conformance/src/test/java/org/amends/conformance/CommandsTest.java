package org.amends.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the documents tell a reader to type exists: each {@code ./amends} line names a command and options that are there. */
class CommandsTest {

    private static final Tree PROJECT = Tree.ofThisProject();
    private static final Pattern SHELL_BLOCK = Pattern.compile("(?ms)^```sh\\n(.*?)^```");
    private static final Pattern CALL = Pattern.compile("(?m)(?:^|\\s)\\./amends ([^#|>\\n]*)");

    @Test
    void documentedCommandsAndOptionsExist() {
        CommandLine amends = amends();

        List<String> findings = new ArrayList<>();
        PROJECT.files().stream()
                .filter(file -> file.toString().endsWith(".md"))
                .forEach(file -> calls(PROJECT.text(file)).stream()
                        .map(call -> finding(amends, call))
                        .filter(finding -> !finding.isEmpty())
                        .forEach(finding -> findings.add(PROJECT.name(file) + ": " + finding)));

        assertThat(findings).isEmpty();
    }

    private static CommandLine amends() {
        try {
            return new CommandLine(Class.forName("org.amends.cli.Amends"));
        } catch (ClassNotFoundException notYet) {
            return Assumptions.abort("the command line is not there");
        }
    }

    private static List<String> calls(String document) {
        return Tree.all(SHELL_BLOCK, document).stream()
                .map(block -> block.replace("\\\n", " "))
                .flatMap(block -> Tree.all(CALL, block).stream())
                .toList();
    }

    /** What is wrong with the call, or nothing. */
    private static String finding(CommandLine amends, String call) {
        CommandLine command = amends;
        for (String word : call.strip().split("\\s+", -1)) {
            if (word.startsWith("-")) {
                String option = word.replaceFirst("=.*", "");
                if (command.getCommandSpec().findOption(option) == null) {
                    return "./amends %s: %s has no option %s".formatted(call.strip(), command.getCommandName(), option);
                }
            } else if (command.getSubcommands().containsKey(word)) {
                command = command.getSubcommands().get(word);
            } else if (command.getParent() == null) {
                return "./amends %s: there is no command %s".formatted(call.strip(), word);
            }
        }
        return "";
    }
}
