package io.tidewatch.platform.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call an operation. Every resource method carries it; a method without is refused for everybody.
 *
 * <p>This is the coarse rule: a person passes with the role in any team, a key with the scope. Whether the caller may
 * touch the thing at hand is for the service to decide.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Access {

    /** The least role that a person needs in some team. */
    Role role() default Role.VIEWER;

    /** The scopes, any of which lets an API key in; none: people only. */
    Scope[] scope() default {};

    /** True if only organization admins may call it. */
    boolean organizationAdmin() default false;

    /** False for the few operations about the person, which work before an organization is chosen. */
    boolean inOrganization() default true;
}
