/** Reading a message: whether it complains, of what, what its writer wants and feels, and whether somebody is in danger. */
@NullMarked
package org.amends.language.reading;

import org.jspecify.annotations.NullMarked;
