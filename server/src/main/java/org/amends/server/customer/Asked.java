package org.amends.server.customer;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The customer whom a request is about, from the path or, where the path has none, from the parameter {@code customer}. A path
 * cannot carry every identifier: servers refuse encoded slashes and percent signs there, for good reasons.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Asked {}
