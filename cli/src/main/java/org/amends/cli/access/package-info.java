/** Who may come in, and what was done: tokens, the administrator's link and the audit log, from the command line. */
@NullMarked
package org.amends.cli.access;

import org.jspecify.annotations.NullMarked;
