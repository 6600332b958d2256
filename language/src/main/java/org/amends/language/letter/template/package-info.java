/** The company's sentences: files of templates with typed variables, checked when they are loaded. */
@NullMarked
package org.amends.language.letter.template;

import org.jspecify.annotations.NullMarked;
