/** What a label says: lists of ingredients and product names, read with their nesting, warnings, negations and claims. */
@NullMarked
package org.amends.guard.label;

import org.jspecify.annotations.NullMarked;
