/** How the server is watched over: its health, its measures, its log. */
@NullMarked
package org.amends.server.operation;

import org.jspecify.annotations.NullMarked;
