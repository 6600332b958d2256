/** What is wrong with a letter before it is sent: words that do harm, and facts that the case and its plan do not hold. */
@NullMarked
package org.amends.language.lint;

import org.jspecify.annotations.NullMarked;
