/** Files of one JSON object a line, answered line by line: opening them, and telling what is wrong with them. */
@NullMarked
package org.amends.cli.lines;

import org.jspecify.annotations.NullMarked;
