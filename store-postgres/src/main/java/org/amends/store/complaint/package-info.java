/** Cases in PostgreSQL: the log of each, and the row by which it is found. */
@NullMarked
package org.amends.store.complaint;

import org.jspecify.annotations.NullMarked;
