/** How the events of cases are written down as JSON. */
@NullMarked
package org.amends.format.complaint;

import org.jspecify.annotations.NullMarked;
