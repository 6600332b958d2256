/** Whether what is decided falls on some customers more than on others. */
@NullMarked
package org.amends.fairness;

import org.jspecify.annotations.NullMarked;
