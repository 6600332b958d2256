/** The command that checks letters before they are sent. */
@NullMarked
package org.amends.cli.lint;

import org.jspecify.annotations.NullMarked;
