/** Messages, labels and readings as JSON. */
@NullMarked
package org.amends.language.json;

import org.jspecify.annotations.NullMarked;
