/** The clocks that run on cases: under which rules, until when, and who is told before they run out. */
@NullMarked
package org.amends.server.deadline;

import org.jspecify.annotations.NullMarked;
