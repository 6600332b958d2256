/** The fold's snapshot as bytes: compact, versioned, and the same for the same snapshot on every machine. */
@NullMarked
package org.amends.format.state;

import org.jspecify.annotations.NullMarked;
