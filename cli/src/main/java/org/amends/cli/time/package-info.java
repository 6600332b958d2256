/** Time as people type it. */
@NullMarked
package org.amends.cli.time;

import org.jspecify.annotations.NullMarked;
