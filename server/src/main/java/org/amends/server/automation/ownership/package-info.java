/** By which names rules, macros and saved replies are called, and whose they are. */
@NullMarked
package org.amends.server.automation.ownership;

import org.jspecify.annotations.NullMarked;
