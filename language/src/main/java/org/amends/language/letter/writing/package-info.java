/** Letters written from a case and the company's sentences. */
@NullMarked
package org.amends.language.letter.writing;

import org.jspecify.annotations.NullMarked;
