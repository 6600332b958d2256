/** Calls of the Segment specification, understood as events of this project. */
@NullMarked
package org.amends.format.segment;

import org.jspecify.annotations.NullMarked;
