package io.tidewatch.identity;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.http.Revisions;
import io.tidewatch.platform.security.Access;
import io.tidewatch.platform.security.CurrentCaller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** What the signed-in person prefers. */
@Path("/me/preferences")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Person")
class PreferenceResource {

    private final PreferenceService preferences;
    private final CurrentCaller caller;

    PreferenceResource(PreferenceService preferences, CurrentCaller caller) {
        this.preferences = preferences;
        this.caller = caller;
    }

    @GET
    @Access(inOrganization = false)
    @Operation(operationId = "getMyPreferences", summary = "Read the person's time zone, theme and addresses")
    public Uni<RestResponse<PreferencesResponse>> get() {
        return preferences.of(caller.person().token()).map(PreferenceResource::respond);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(inOrganization = false)
    @Operation(
            operationId = "putMyPreferences",
            summary = "Replace the person's time zone, theme and addresses. Addresses are kept unverified")
    public Uni<RestResponse<PreferencesResponse>> put(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull @Valid PutPreferencesRequest wanted) {
        return preferences
                .replace(caller.person().token(), wanted.timeZone(), wanted.theme(), wanted.addresses(), ifMatch)
                .map(PreferenceResource::respond);
    }

    private static RestResponse<PreferencesResponse> respond(Preferences preferences) {
        return ResponseBuilder.ok(PreferencesResponse.from(preferences))
                .header(HttpHeaders.ETAG, Revisions.etag(preferences.revision()))
                .build();
    }
}
