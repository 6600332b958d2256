/** The ledger of promises: who owes what to whom until when, and what shows that it was kept. */
@NullMarked
package org.amends.promise;

import org.jspecify.annotations.NullMarked;
