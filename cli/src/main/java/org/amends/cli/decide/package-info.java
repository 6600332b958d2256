/** The command {@code decide}: relationship facts in, a diagnosis for each out. */
@NullMarked
package org.amends.cli.decide;

import org.jspecify.annotations.NullMarked;
