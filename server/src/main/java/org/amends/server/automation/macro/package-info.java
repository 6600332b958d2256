/** Macros: named lists of acts that somebody applies to a case at once, and takes back. */
@NullMarked
package org.amends.server.automation.macro;

import org.jspecify.annotations.NullMarked;
