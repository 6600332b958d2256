/** Tables as text: delimited files, row by row, strict about what is broken and forgiving to the rows beside it. */
@NullMarked
package org.amends.format.table;

import org.jspecify.annotations.NullMarked;
