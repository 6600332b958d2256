/** Counts cases for reports: by stage, age, cause, channel, time to answer and share within the deadline. */
@NullMarked
package org.amends.server.complaint.report;

import org.jspecify.annotations.NullMarked;
