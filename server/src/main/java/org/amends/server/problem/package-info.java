/** Errors as problem details (RFC 9457): what is wrong, where, and what to do. */
@NullMarked
package org.amends.server.problem;

import org.jspecify.annotations.NullMarked;
