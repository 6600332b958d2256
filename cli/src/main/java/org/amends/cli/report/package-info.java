/** The page that a care lead shows to a board: what was found over all relationships, and the stories behind it. */
@NullMarked
package org.amends.cli.report;

import org.jspecify.annotations.NullMarked;
