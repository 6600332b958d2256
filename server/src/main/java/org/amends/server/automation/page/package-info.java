/** Rules, macros and saved replies at the console. */
@NullMarked
package org.amends.server.automation.page;

import org.jspecify.annotations.NullMarked;
