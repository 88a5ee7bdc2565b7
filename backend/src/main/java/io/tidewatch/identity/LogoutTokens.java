package io.tidewatch.identity;

import io.smallrye.mutiny.Uni;
import io.tidewatch.identity.decision.LogoutClaims;
import io.tidewatch.identity.decision.LogoutClaims.Decision;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;

/** Verifies logout tokens with the keys of the provider that they name, and obeys them once. */
@ApplicationScoped
class LogoutTokens {

    /** Asymmetric ones only: nobody but the provider can make such a signature. */
    private static final AlgorithmConstraints ALGORITHMS = new AlgorithmConstraints(
            ConstraintType.PERMIT,
            AlgorithmIdentifiers.RSA_USING_SHA256,
            AlgorithmIdentifiers.RSA_USING_SHA384,
            AlgorithmIdentifiers.RSA_USING_SHA512,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA384,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA512,
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
            AlgorithmIdentifiers.ECDSA_USING_P521_CURVE_AND_SHA512,
            AlgorithmIdentifiers.EDDSA);

    private final Issuers issuers;
    private final ProviderKeys keys;
    private final EndedSessions sessions;
    private final IdentityConfig config;
    private final Clock clock;

    LogoutTokens(Issuers issuers, ProviderKeys keys, EndedSessions sessions, IdentityConfig config, Clock clock) {
        this.issuers = issuers;
        this.keys = keys;
        this.sessions = sessions;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Ends what the token says.
     *
     * @return fails with {@code invalid-logout-token}
     */
    Uni<Void> obey(String token) {
        Claimed claimed = claimed(token);
        URI discovery =
                issuers.discovery(claimed.issuer()).orElseThrow(() -> refused("no provider of this installation"));
        return keys.keys(discovery, claimed.keyId())
                .map(published -> decide(token, claimed.issuer(), published))
                .chain(this::act);
    }

    private Uni<Void> act(Decision decision) {
        return switch (decision) {
            case Decision.Refuse refuse -> Uni.createFrom().failure(refused(refuse.reason()));
            case Decision.Obey obey ->
                sessions.end(obey.name(), obey.jti(), obey.issuedAt())
                        .invoke(accepted -> {
                            if (!accepted) {
                                throw refused("used before");
                            }
                        })
                        .replaceWithVoid();
        };
    }

    private Decision decide(String token, String issuer, List<JsonWebKey> published) {
        try {
            JwtClaims claims = new JwtConsumerBuilder()
                    .setVerificationKeyResolver(new JwksVerificationKeyResolver(published))
                    .setJwsAlgorithmConstraints(ALGORITHMS)
                    .setExpectedIssuer(true, issuer)
                    .setExpectedAudience(true, config.logoutClients().toArray(String[]::new))
                    // Times are decided with the rest, by the same clock.
                    .setAllowedClockSkewInSeconds(Integer.MAX_VALUE)
                    .build()
                    .processToClaims(token);
            return LogoutClaims.decide(issuer, claims.getClaimsMap(), clock.instant());
        } catch (InvalidJwtException invalid) {
            return new Decision.Refuse("signature, issuer or audience");
        }
    }

    /** What the token says about itself, to know whose keys to verify it with. */
    private static Claimed claimed(String token) {
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setCompactSerialization(token);
            String keyId = signature.getKeyIdHeaderValue();
            String issuer = JwtClaims.parse(signature.getUnverifiedPayload()).getIssuer();
            if (issuer == null || keyId == null) {
                throw refused("no issuer or key id");
            }
            return new Claimed(issuer, keyId);
        } catch (JoseException | InvalidJwtException | MalformedClaimException noToken) {
            throw refused("not a signed token").causedBy(noToken);
        }
    }

    private static ProblemException refused(String reason) {
        return ErrorCode.INVALID_LOGOUT_TOKEN.problem("The logout token is refused: " + reason + ".");
    }

    private record Claimed(String issuer, String keyId) {}
}
