/** Does the same to many cases: first shows what would come of it, then does it case by case and tells what came of each. */
@NullMarked
package org.amends.server.complaint.bulk;

import org.jspecify.annotations.NullMarked;
