package io.tidewatch.onboarding;

import static io.tidewatch.access.AccessRow.operation;
import static io.tidewatch.test.Person.EDITOR;
import static io.tidewatch.test.Person.VIEWER;

import io.tidewatch.access.AccessRow;
import io.tidewatch.access.AccessWorld;
import io.tidewatch.platform.security.Scope;
import io.tidewatch.registry.RegistryAccess;
import java.util.List;

/** Who may call the operations of setups. */
public final class OnboardingAccess {

    private OnboardingAccess() {}

    /** One row per operation. */
    public static List<AccessRow> rows() {
        return List.of(
                operation("getSetup").allows(VIEWER).keys(Scope.READ).path("model", RegistryAccess::model),
                operation("skipSetupStep")
                        .allows(EDITOR)
                        .keys(Scope.MANAGE)
                        .path("model", RegistryAccess::model)
                        .path("step", world -> "baseline"),
                operation("resumeSetupStep")
                        .allows(EDITOR)
                        .keys(Scope.MANAGE)
                        .path("model", OnboardingAccess::modelWithSkip)
                        .path("step", world -> "baseline"));
    }

    /** A model whose step baseline was skipped. */
    private static String modelWithSkip(AccessWorld world) {
        String model = RegistryAccess.model(world);
        world.owner().put("/models/" + model + "/setup/skips/baseline").then().statusCode(204);
        return model;
    }
}
