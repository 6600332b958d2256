/** The five ways of breaking: how many relationships each takes, what it puts at risk, and where it comes from. */
@NullMarked
package org.amends.server.breaking;

import org.jspecify.annotations.NullMarked;
