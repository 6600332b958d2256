/** The options that say where everything is kept, the same for every command. */
@NullMarked
package org.amends.cli.database;

import org.jspecify.annotations.NullMarked;
