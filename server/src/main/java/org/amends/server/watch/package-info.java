/** Watches the log: whatever happens to a relationship, its diagnosis follows, and what became different is told. */
@NullMarked
package org.amends.server.watch;

import org.jspecify.annotations.NullMarked;
