/** Rules for cases: what sets them off, on which cases they act, and what they do. */
@NullMarked
package org.amends.server.automation.rule;

import org.jspecify.annotations.NullMarked;
