/** The service: events in, relationships out, a console for people. */
@NullMarked
package org.amends.server;

import org.jspecify.annotations.NullMarked;
