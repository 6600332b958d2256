/** Handing mail to the mail server, such that it is known what became of it or known that it is not known. */
@NullMarked
package org.amends.server.letter.delivery;

import org.jspecify.annotations.NullMarked;
