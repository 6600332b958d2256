/** Messages from customers and to them, their files, and the bytes as they came. */
@NullMarked
package org.amends.server.message;

import org.jspecify.annotations.NullMarked;
