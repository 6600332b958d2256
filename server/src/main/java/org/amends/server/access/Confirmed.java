package org.amends.server.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a page that does what cannot be taken back, or on the form before it: whoever asks must have proved within the last ten
 * minutes that it is still them. Else they are asked to, and come back to the page they were on.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Confirmed {}
