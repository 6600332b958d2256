/** Rules at work: what sets them off is written down with it, done in the background once, and told in a log. */
@NullMarked
package org.amends.server.automation.run;

import org.jspecify.annotations.NullMarked;
