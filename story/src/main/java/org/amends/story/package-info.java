/** How a relationship is told to people: in sentences, numbers and pictures, in four languages. */
@NullMarked
package org.amends.story;

import org.jspecify.annotations.NullMarked;
