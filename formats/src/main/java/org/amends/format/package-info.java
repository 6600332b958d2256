/** How events, relationship facts and policies are written down. */
@NullMarked
package org.amends.format;

import org.jspecify.annotations.NullMarked;
