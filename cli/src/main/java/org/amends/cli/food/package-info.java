/** {@code amends food}: brings knowledge of food from elsewhere into food files. */
@NullMarked
package org.amends.cli.food;

import org.jspecify.annotations.NullMarked;
