/** What all pages of the console share: frame, languages, look. */
@NullMarked
package org.amends.server.console;

import org.jspecify.annotations.NullMarked;
