/** The command {@code amends serve}: the service in the foreground, until it is told to stop. */
@NullMarked
package org.amends.cli.serve;

import org.jspecify.annotations.NullMarked;
