/** How well messages are read: what a reader says, compared with what people said of the same messages. */
@NullMarked
package org.amends.language.evaluation;

import org.jspecify.annotations.NullMarked;
