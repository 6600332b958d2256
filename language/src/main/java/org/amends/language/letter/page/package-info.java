/** Letters as they are sent: HTML for mail, PDF for paper and archive. */
@NullMarked
package org.amends.language.letter.page;

import org.jspecify.annotations.NullMarked;
