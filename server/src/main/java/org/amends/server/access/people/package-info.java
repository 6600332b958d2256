/** The pages on which people and tokens are looked after: invited, limited, shut out, replaced. */
@NullMarked
package org.amends.server.access.people;

import org.jspecify.annotations.NullMarked;
