/** What the tests of the guard share: the standard knowledge, loaded once, and the data that is kept outside of the repository. */
@NullMarked
package org.amends.guard;

import org.jspecify.annotations.NullMarked;
