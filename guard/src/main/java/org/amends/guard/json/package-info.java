/** Requests to the guard and its answers, as JSON. */
@NullMarked
package org.amends.guard.json;

import org.jspecify.annotations.NullMarked;
