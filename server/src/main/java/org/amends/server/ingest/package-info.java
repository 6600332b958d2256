/** Events come in: over HTTP in the formats that others speak, and from files. Answered for only when durable. */
@NullMarked
package org.amends.server.ingest;

import org.jspecify.annotations.NullMarked;
