/** Where a database is and how to reach it. */
@NullMarked
package org.amends.store.connection;

import org.jspecify.annotations.NullMarked;
