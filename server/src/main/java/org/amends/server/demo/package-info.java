/** A made-up company, so that whoever tries the service sees something at once. */
@NullMarked
package org.amends.server.demo;

import org.jspecify.annotations.NullMarked;
