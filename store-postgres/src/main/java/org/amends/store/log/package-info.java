/** The log of all events in PostgreSQL, with the state of every relationship, which is folded in the transaction that appends. */
@NullMarked
package org.amends.store.log;

import org.jspecify.annotations.NullMarked;
