/** Durable events and relationship states in PostgreSQL. */
@NullMarked
package org.amends.store;

import org.jspecify.annotations.NullMarked;
