/** The commands a person types. */
@NullMarked
package org.amends.cli;

import org.jspecify.annotations.NullMarked;
