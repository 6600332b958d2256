/** What every request passes: who it comes from, whether it may, and the headers of its answer. */
@NullMarked
package org.amends.server.access.protection;

import org.jspecify.annotations.NullMarked;
