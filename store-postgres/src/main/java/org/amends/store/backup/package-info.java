/** Everything in one file, taken while the service runs, and put back into an empty database. */
@NullMarked
package org.amends.store.backup;

import org.jspecify.annotations.NullMarked;
