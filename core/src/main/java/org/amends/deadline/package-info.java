/** Deadlines of a complaint: spans as rules count them, calendars of business days, and the clocks that run on a case. */
@NullMarked
package org.amends.deadline;

import org.jspecify.annotations.NullMarked;
