/** The ledger of all promises: who keeps which until when, what shows that it was kept, and what follows when it was not. */
@NullMarked
package org.amends.server.promise;

import org.jspecify.annotations.NullMarked;
