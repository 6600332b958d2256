/** Signing in to the console: passwords, authenticators, passkeys, identity providers, and the sessions that follow. */
@NullMarked
package org.amends.server.access.login;

import org.jspecify.annotations.NullMarked;
