/** The commands that fill the log from files and make all states anew from it. */
@NullMarked
package org.amends.cli.load;

import org.jspecify.annotations.NullMarked;
