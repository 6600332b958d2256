/** The database connection of the server, brought up to date before anything uses it. */
@NullMarked
package org.amends.server.database;

import org.jspecify.annotations.NullMarked;
