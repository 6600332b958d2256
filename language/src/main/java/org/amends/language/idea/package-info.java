/** Ideas: words of four languages that mean nearly the same in what customers write. */
@NullMarked
package org.amends.language.idea;

import org.jspecify.annotations.NullMarked;
