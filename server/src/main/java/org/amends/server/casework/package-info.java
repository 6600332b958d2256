/** The pages on which a care team handles cases: the queues, and one case with its next step on one screen. */
@NullMarked
package org.amends.server.casework;

import org.jspecify.annotations.NullMarked;
