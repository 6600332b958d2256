/** Who works on cases and with what: teams, fields of the company's own, who is at a case just now, and who is called by a note. */
@NullMarked
package org.amends.server.complaint.team;

import org.jspecify.annotations.NullMarked;
