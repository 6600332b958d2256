/** Saved replies: texts in four languages whose variables are filled from the case. */
@NullMarked
package org.amends.server.automation.reply;

import org.jspecify.annotations.NullMarked;
