/** The commands {@code amends backup} and {@code amends restore}. */
@NullMarked
package org.amends.cli.backup;

import org.jspecify.annotations.NullMarked;
