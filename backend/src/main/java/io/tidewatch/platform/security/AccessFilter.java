package io.tidewatch.platform.security;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.problem.ErrorCode;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Applies the {@link Access} rule of the operation before its body is read. No rule: nobody gets in. */
class AccessFilter {

    private static final Logger LOG = Logger.getLogger(AccessFilter.class);

    private final Callers callers;
    private final CurrentCaller current;

    AccessFilter(Callers callers, CurrentCaller current) {
        this.callers = callers;
        this.current = current;
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    Uni<Void> check(ResourceInfo resource, RoutingContext request) {
        Method method = resource.getResourceMethod();
        Access access = method.getAnnotation(Access.class);
        if (access == null) {
            LOG.errorf("%s has no access rule and is refused", method);
            return Uni.createFrom().failure(ErrorCode.FORBIDDEN.problem());
        }
        if (!access.inOrganization()) {
            return callers.person(request).invoke(current::set).replaceWithVoid();
        }
        return callers.caller(request)
                .invoke(caller -> {
                    MDC.put("organizationId", caller.organization().toString());
                    admit(caller, access);
                    current.set(caller);
                })
                .replaceWithVoid();
    }

    private static void admit(Caller caller, Access access) {
        if (caller.isPerson()) {
            boolean allowed =
                    access.organizationAdmin() ? caller.organizationAdmin() : caller.hasAnywhere(access.role());
            if (!allowed) {
                throw ErrorCode.FORBIDDEN.problem();
            }
        } else if (access.scope().length == 0) {
            throw ErrorCode.PERSON_REQUIRED.problem();
        } else if (Arrays.stream(access.scope()).noneMatch(caller.scopes()::contains)) {
            throw ErrorCode.FORBIDDEN.problem("The API key lacks the scope.");
        }
    }
}
