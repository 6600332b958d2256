/** Events as CloudEvents 1.0.2 in JSON: strict where they are written, tolerant where they are read. */
@NullMarked
package org.amends.format.event;

import org.jspecify.annotations.NullMarked;
