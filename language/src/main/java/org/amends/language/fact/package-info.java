/** What a message states that can be checked: its dates, its sums of money, its references, the people it names, and how long the writer has been a customer. */
@NullMarked
package org.amends.language.fact;

import org.jspecify.annotations.NullMarked;
