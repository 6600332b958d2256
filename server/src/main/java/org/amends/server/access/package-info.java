/** Who may do what: roles of people, scopes of tokens, and the brands that somebody is limited to. */
@NullMarked
package org.amends.server.access;

import org.jspecify.annotations.NullMarked;
