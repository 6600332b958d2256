/** A complaint from its arrival to its end: what happened to it, what state that leaves it in, and what may be done next. */
@NullMarked
package org.amends.complaint;

import org.jspecify.annotations.NullMarked;
