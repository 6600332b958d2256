/** The keys with which customers see their own cases, without a login. */
@NullMarked
package org.amends.server.complaint.key;

import org.jspecify.annotations.NullMarked;
