/** JSON as it comes from outside: one strict way to read it, line by line, with limits and with the place of what is wrong. */
@NullMarked
package org.amends.format.json;

import org.jspecify.annotations.NullMarked;
