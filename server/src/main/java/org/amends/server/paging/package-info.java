/** Lists page by page: the place where a page ends, as programs and addresses carry it. */
@NullMarked
package org.amends.server.paging;

import org.jspecify.annotations.NullMarked;
