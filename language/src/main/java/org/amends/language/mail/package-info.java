/** Mail: from bytes to text, what of it is new, which mail it answers, and whether a person wrote it. */
@NullMarked
package org.amends.language.mail;

import org.jspecify.annotations.NullMarked;
