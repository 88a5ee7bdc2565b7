package io.tidewatch.local.accounts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The backend's bootstrap file: the organizations that must exist when it has started. */
public final class BootstrapFile {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private BootstrapFile() {}

    /**
     * Makes the file's content.
     *
     * @param issuer the OIDC issuer that all organizations trust; those of further providers are realms beside it
     * @param apiKeys their keys; the file carries hashes, not secrets
     */
    public static String json(Accounts accounts, URI issuer, List<ApiKeys.Issued> apiKeys) {
        List<Map<String, Object>> organizations = accounts.organizations().stream()
                .map(organization -> organization(organization, issuer, apiKeys))
                .toList();
        try {
            return JSON.writeValueAsString(Map.of("organizations", organizations));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> organization(
            Accounts.Organization organization, URI issuer, List<ApiKeys.Issued> apiKeys) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("key", organization.key());
        result.put("name", organization.name());
        result.put("modelsVisibleToAllTeams", organization.modelsVisibleToAllTeams());
        result.put(
                "issuers",
                Stream.concat(
                                Stream.of(issuer.toString()),
                                organization.groups().stream().map(group -> issuer(group, issuer)))
                        .distinct()
                        .toList());
        result.put(
                "teams", organization.teams().stream().map(BootstrapFile::team).toList());
        result.put(
                "groupMappings",
                organization.groups().stream()
                        .map(group -> mapping(group, issuer))
                        .toList());
        result.put(
                "apiKeys",
                apiKeys.stream()
                        .filter(key -> key.organization().equals(organization.key()))
                        .map(BootstrapFile::apiKey)
                        .toList());
        return result;
    }

    private static Map<String, Object> team(Accounts.Team team) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("key", team.key());
        result.put("name", team.name());
        return result;
    }

    private static Map<String, Object> mapping(Accounts.GroupMapping mapping, URI issuer) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("issuer", issuer(mapping, issuer));
        result.put("group", mapping.group());
        if (mapping.team() != null && mapping.role() != null) {
            result.put("team", mapping.team());
            result.put("role", mapping.role());
        } else {
            result.put("organizationAdmin", true);
        }
        return result;
    }

    private static String issuer(Accounts.GroupMapping mapping, URI first) {
        return mapping.provider() == null
                ? first.toString()
                : first.resolve("/realms/" + mapping.provider()).toString();
    }

    private static Map<String, Object> apiKey(ApiKeys.Issued key) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("id", key.id());
        result.put("name", key.name());
        result.put("team", key.team());
        result.put("scopes", key.scopes());
        result.put("secretHash", key.secretHash());
        return result;
    }
}
