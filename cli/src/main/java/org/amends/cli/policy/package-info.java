/** The commands {@code policy check}, {@code diff}, {@code explain} and {@code show}. */
@NullMarked
package org.amends.cli.policy;

import org.jspecify.annotations.NullMarked;
