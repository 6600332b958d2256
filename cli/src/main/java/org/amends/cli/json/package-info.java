/** JSON for answers that programs read. */
@NullMarked
package org.amends.cli.json;

import org.jspecify.annotations.NullMarked;
