/** The guard in the order path: verdicts within a deadline, what became of them, and the pages on which people see both. */
@NullMarked
package org.amends.server.guard;

import org.jspecify.annotations.NullMarked;
