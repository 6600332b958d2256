/** Customers as persons: identities that belong together, and what a person may ask of whoever keeps their data. */
@NullMarked
package org.amends.server.customer;

import org.jspecify.annotations.NullMarked;
