package io.tidewatch.platform.api;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.tidewatch.platform.problem.ProblemResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Adds to the generated description: title, how to sign in, and the problem answers of every operation. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {

    private static final String PROBLEM = "Problem";
    private static final String VIOLATION = "Violation";
    private static final String ORGANIZATION_HEADER = "Tidewatch-Organization";
    private static final String OUTSIDE_ORGANIZATIONS = "getMe";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.setInfo(OASFactory.createInfo()
                .title("Tidewatch API")
                .version("v1")
                .description("Monitoring for machine-learning models in production. Times are UTC (RFC 3339), errors"
                        + " are problem details (RFC 9457) whose codes docs/reference/errors.md explains.")
                .license(OASFactory.createLicense()
                        .name("Apache-2.0")
                        .url("https://www.apache.org/licenses/LICENSE-2.0")));
        Components components = api.getComponents() == null ? OASFactory.createComponents() : api.getComponents();
        api.setComponents(components);
        components.addSchema(PROBLEM, problem());
        components.addSchema(VIOLATION, violation());
        components.addSecurityScheme(
                "apiKey",
                bearer("API key of a team: tw_<id>_<secret>. Scopes: ingest, read, manage.", "tw_<id>_<secret>"));
        components.addSecurityScheme(
                "accessToken",
                bearer("Access token of a person from the OIDC provider, for tidewatch-backend.", "JWT"));
        components.addParameter(ORGANIZATION_HEADER, organizationHeader());
        answers().forEach((name, description) -> components.addResponse(name, response(description)));
        api.setSecurity(List.of(
                OASFactory.createSecurityRequirement().addScheme("accessToken"),
                OASFactory.createSecurityRequirement().addScheme("apiKey")));
        if (api.getPaths() != null && api.getPaths().getPathItems() != null) {
            api.getPaths().getPathItems().values().forEach(ApiDescription::complete);
        }
    }

    private static void complete(PathItem path) {
        for (Operation operation : path.getOperations().values()) {
            List<Parameter> parameters =
                    operation.getParameters() == null ? List.of() : List.copyOf(operation.getParameters());
            if (!OUTSIDE_ORGANIZATIONS.equals(operation.getOperationId())) {
                List<Parameter> more = new ArrayList<>(parameters);
                more.add(OASFactory.createParameter().ref(ORGANIZATION_HEADER));
                operation.setParameters(more);
            }
            boolean reads = operation.getRequestBody() != null;
            boolean names = parameters.stream().anyMatch(parameter -> parameter.getIn() == Parameter.In.PATH);
            operation.getResponses().removeAPIResponse("400");
            if (reads || !parameters.isEmpty()) {
                refer(operation, "400", "BadRequest");
                refer(operation, "422", "Invalid");
            }
            refer(operation, "401", "Unauthorized");
            refer(operation, "403", "Forbidden");
            if (names || reads) {
                refer(operation, "404", "NotFound");
            }
            refer(operation, "default", "Problem");
        }
    }

    private static void refer(Operation operation, String status, String name) {
        if (!operation.getResponses().hasAPIResponse(status)) {
            operation
                    .getResponses()
                    .addAPIResponse(status, OASFactory.createAPIResponse().ref(name));
        }
    }

    private static Map<String, String> answers() {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("BadRequest", "The request can't be read.");
        answers.put("Forbidden", "The caller lacks the role or scope.");
        answers.put("Invalid", "Fields break a rule; violations name them.");
        answers.put("NotFound", "There is no such thing in the caller's organization.");
        answers.put("Problem", "Any other problem, for example 413, 429 or 503 with Retry-After.");
        answers.put("Unauthorized", "No valid API key or access token.");
        return answers;
    }

    private static APIResponse response(String description) {
        return OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                ProblemResponse.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(PROBLEM))));
    }

    private static Parameter organizationHeader() {
        return OASFactory.createParameter()
                .name(ORGANIZATION_HEADER)
                .in(Parameter.In.HEADER)
                .description("Key of the organization to work in. Needed by people who belong to several; API keys"
                        + " belong to one.")
                .schema(text());
    }

    private static SecurityScheme bearer(String description, String format) {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat(format)
                .description(description);
    }

    private static Schema problem() {
        return object("Problem details (RFC 9457)")
                .addProperty("type", text())
                .addProperty("title", text())
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("detail", text())
                .addProperty("instance", text())
                .addProperty("code", text().description("See docs/reference/errors.md"))
                .addProperty(
                        "violations",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .items(OASFactory.createSchema().ref(VIOLATION)))
                .addProperty("traceId", text())
                .required(List.of("type", "title", "status", "detail", "instance", "code", "traceId"));
    }

    private static Schema violation() {
        return object("One broken rule")
                .addProperty("field", text().description("Path into the body, or name of the parameter"))
                .addProperty("code", text())
                .addProperty("message", text())
                .required(List.of("field", "code", "message"));
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT).description(description);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
