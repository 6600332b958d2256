/** Whether a product may be sent to a customer in the place of what was ordered: verdicts with their reasons, and the best of them. */
@NullMarked
package org.amends.guard.substitution;

import org.jspecify.annotations.NullMarked;
