package io.tidewatch;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/** What {@link ArchitectureTest} needs beyond the conditions of ArchUnit. */
final class ArchitectureConditions {

    private static final List<String> WRAPPERS = List.of(
            "io.smallrye.mutiny.Uni", "io.tidewatch.platform.paging.Page", "org.jboss.resteasy.reactive.RestResponse");

    private ArchitectureConditions() {}

    private static final String STREAM = "org.jboss.resteasy.reactive.RestMulti";

    /** {@code Uni<Void>}, or {@code *Response}, alone or in a page and with headers; or the bytes of a file as a stream. */
    static ArchCondition<JavaMethod> answerWithResponses() {
        return new ArchCondition<>("return Uni of *Response, Page<*Response> or Void") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                if (!isAnswer(method.getReturnType()) && !isFile(method.getReturnType())) {
                    events.add(SimpleConditionEvent.violated(
                            method,
                            method.getFullName() + " returns "
                                    + method.getReturnType().getName()));
                }
            }
        };
    }

    private static boolean isFile(JavaType type) {
        return type instanceof JavaParameterizedType stream
                && stream.toErasure().getName().equals(STREAM)
                && stream.getActualTypeArguments().getFirst().toErasure().isEquivalentTo(byte[].class);
    }

    private static boolean isAnswer(JavaType type) {
        if (type instanceof JavaParameterizedType wrapper
                && WRAPPERS.contains(wrapper.toErasure().getName())) {
            return wrapper.getActualTypeArguments().stream().allMatch(ArchitectureConditions::isAnswer);
        }
        String name = type.toErasure().getSimpleName();
        return name.equals("Void") || name.endsWith("Response");
    }

    /** Calls a method whose owner and name match. */
    static ArchCondition<JavaClass> callAnyOf(String ownerPattern, String namePattern) {
        return new ArchCondition<>("call " + ownerPattern + "." + namePattern) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaMethodCall call : type.getMethodCallsFromSelf()) {
                    boolean matches = call.getTargetOwner().getName().matches(ownerPattern)
                            && call.getName().matches(namePattern);
                    if (matches) {
                        events.add(SimpleConditionEvent.satisfied(type, call.getDescription()));
                    }
                }
            }
        };
    }
}
