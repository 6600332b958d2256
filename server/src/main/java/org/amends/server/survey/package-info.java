/** What follows closing: the question how it was, what is learnt, the word of what was fixed, and those whom nobody hears of. */
@NullMarked
package org.amends.server.survey;

import org.jspecify.annotations.NullMarked;
