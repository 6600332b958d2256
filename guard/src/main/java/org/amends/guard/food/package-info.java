/** What foods are made of, by the names that labels give them in seven languages. */
@NullMarked
package org.amends.guard.food;

import org.jspecify.annotations.NullMarked;
