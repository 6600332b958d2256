/** What a message is made of: its language, its sentences and its words in the one spelling in which words are compared. */
@NullMarked
package org.amends.language.text;

import org.jspecify.annotations.NullMarked;
