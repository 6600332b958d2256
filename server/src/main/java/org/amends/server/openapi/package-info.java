/** The description of the API, for programs that read descriptions. */
@NullMarked
package org.amends.server.openapi;

import org.jspecify.annotations.NullMarked;
