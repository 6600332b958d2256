/** What customers write, by whatever channel, taken in: read, given to its customer, and put on a case where it is a complaint. */
@NullMarked
package org.amends.server.intake;

import org.jspecify.annotations.NullMarked;
