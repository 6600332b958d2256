/** Webhooks: what the watch finds, told to other systems, signed, until they have it. */
@NullMarked
package org.amends.server.webhook;

import org.jspecify.annotations.NullMarked;
