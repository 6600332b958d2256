/** The policies that were published, the one in force, and trying out another before it is. */
@NullMarked
package org.amends.server.policy;

import org.jspecify.annotations.NullMarked;
