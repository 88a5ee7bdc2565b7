package io.tidewatch.platform.security;

import java.util.UUID;

/** Who acts: a person or an API key. */
public sealed interface Actor {

    /** How logs and audit entries name the actor. */
    String id();

    /** For people to read. */
    String name();

    /** Somebody who signed in through an OIDC provider; {@code service} for a program that did by itself. */
    record Person(UUID userId, String name, boolean service) implements Actor {
        @Override
        public String id() {
            return userId.toString();
        }
    }

    /** An API key; {@code id} is its public part. */
    record Key(String id, String name) implements Actor {}

    /** The server itself, for example when it reads the bootstrap file. */
    record Server(String id) implements Actor {
        @Override
        public String name() {
            return id;
        }
    }
}
