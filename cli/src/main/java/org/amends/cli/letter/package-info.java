/** The command that writes letters to customers. */
@NullMarked
package org.amends.cli.letter;

import org.jspecify.annotations.NullMarked;
