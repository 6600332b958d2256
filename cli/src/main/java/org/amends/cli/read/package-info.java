/** The command read: what messages say, one a line, and how well that is read. */
@NullMarked
package org.amends.cli.read;

import org.jspecify.annotations.NullMarked;
