/** The page that a care team opens every morning: what changed, whom to look at first, which promises fall due. */
@NullMarked
package org.amends.server.today;

import org.jspecify.annotations.NullMarked;
