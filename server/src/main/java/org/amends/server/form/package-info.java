/** What customers do without a login: they tell on a page what went wrong, and see on another how far their case is. */
@NullMarked
package org.amends.server.form;

import org.jspecify.annotations.NullMarked;
