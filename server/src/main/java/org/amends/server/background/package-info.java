/** Work that a server does by itself, beside answering requests. */
@NullMarked
package org.amends.server.background;

import org.jspecify.annotations.NullMarked;
