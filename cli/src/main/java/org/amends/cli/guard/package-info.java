/** The guard as a command: requests in, verdicts out. */
@NullMarked
package org.amends.cli.guard;

import org.jspecify.annotations.NullMarked;
