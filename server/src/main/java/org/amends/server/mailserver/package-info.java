/** What all connections to mail servers have in common. */
@NullMarked
package org.amends.server.mailserver;

import org.jspecify.annotations.NullMarked;
