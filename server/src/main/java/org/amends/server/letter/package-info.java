/** Letters to customers: drafted from the case, checked, sent off, taken back, and what became of each on its way. */
@NullMarked
package org.amends.server.letter;

import org.jspecify.annotations.NullMarked;
