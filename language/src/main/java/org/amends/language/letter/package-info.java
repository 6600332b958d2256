/** What a letter to a customer is about and what it says: the case it answers, and the letter as typed parts. */
@NullMarked
package org.amends.language.letter;

import org.jspecify.annotations.NullMarked;
