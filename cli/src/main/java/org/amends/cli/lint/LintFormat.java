package org.amends.cli.lint;

/** How findings are written. */
enum LintFormat {
    text,
    json
}
