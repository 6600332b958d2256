package org.amends.language.lint;

import java.util.List;
import org.amends.language.text.Language;

/**
 * What is wrong with a letter.
 *
 * @param findings in the order of the letter
 */
public record LintReport(Language language, List<Finding> findings) {

    public LintReport {
        findings = List.copyOf(findings);
    }

    /** Whether nothing speaks against sending the letter; warnings and notes do not. */
    public boolean isSendable() {
        return findings.stream().noneMatch(finding -> finding.level() == Level.ERROR);
    }
}
