/** {@code amends score}: histories in, diagnosed relationships out. */
@NullMarked
package org.amends.cli.score;

import org.jspecify.annotations.NullMarked;
