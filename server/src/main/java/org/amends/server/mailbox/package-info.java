/** Mailboxes: mail fetched from them, kept as it came before anything else is done with it, and taken in from there. */
@NullMarked
package org.amends.server.mailbox;

import org.jspecify.annotations.NullMarked;
