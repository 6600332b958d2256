/** What is done after a failure: what is owed, what is given on top, in which order, what it costs, and why not otherwise. */
@NullMarked
package org.amends.recovery;

import org.jspecify.annotations.NullMarked;
