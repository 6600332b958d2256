/** Regimes and calendars of business days as YAML, those that come with Amends among them, and days off as iCalendar. */
@NullMarked
package org.amends.format.deadline;

import org.jspecify.annotations.NullMarked;
