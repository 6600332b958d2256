/** What programs sign in with: tokens, kept as hashes, with scopes, an end and a last use. */
@NullMarked
package org.amends.server.access.token;

import org.jspecify.annotations.NullMarked;
