/** Cases to be written about, read from JSON. */
@NullMarked
package org.amends.language.letter.json;

import org.jspecify.annotations.NullMarked;
