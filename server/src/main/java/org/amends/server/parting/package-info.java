/** Parting decently: the way there, the silence after it, and the watch that it does not fall on some more than on others. */
@NullMarked
package org.amends.server.parting;

import org.jspecify.annotations.NullMarked;
