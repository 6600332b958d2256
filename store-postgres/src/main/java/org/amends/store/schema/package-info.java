/** The tables, brought up to date after a look at whether that can go well. */
@NullMarked
package org.amends.store.schema;

import org.jspecify.annotations.NullMarked;
