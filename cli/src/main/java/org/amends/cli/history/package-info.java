/** Reading a company's files as event histories: which files, in what form, and what in them cannot be read. */
@NullMarked
package org.amends.cli.history;

import org.jspecify.annotations.NullMarked;
