/** What was done, by whom and when: a log that is only added to, chained by hashes so that a change in it shows. */
@NullMarked
package org.amends.server.audit;

import org.jspecify.annotations.NullMarked;
