/** Acts other than sending a product, judged by what a request tells and what is known of the customer. */
@NullMarked
package org.amends.guard.act;

import org.jspecify.annotations.NullMarked;
