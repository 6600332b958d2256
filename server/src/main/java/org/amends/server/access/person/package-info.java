/** The people who sign in to the console: who they are, what they may do, and links that let them in once. */
@NullMarked
package org.amends.server.access.person;

import org.jspecify.annotations.NullMarked;
