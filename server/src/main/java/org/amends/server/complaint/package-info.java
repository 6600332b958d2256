/** Cases: opened, carried on and found, each step by the rules, in the log of the case and in the history of the relationship. */
@NullMarked
package org.amends.server.complaint;

import org.jspecify.annotations.NullMarked;
