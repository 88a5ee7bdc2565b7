package io.tidewatch.ui.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The OIDC providers of this installation, the first one first. */
@ApplicationScoped
class Providers {

    static final String CALLBACK = "/oidc/callback";

    /** The cookie that remembers which provider a person chose last. */
    static final String CHOICE = "tidewatch-provider";

    private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9-]*[a-z0-9])?");

    private final List<Provider> all = new ArrayList<>();

    Providers(SignInConfig config) {
        add(config.name(), config.title(), Provider.FIRST_TENANT);
        new TreeMap<>(config.providers()).forEach((name, further) -> add(name, further.title(), "provider-" + name));
    }

    private void add(String name, String title, String tenant) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalStateException("Not a name for a provider: " + name);
        }
        if (named(name).isPresent()) {
            throw new IllegalStateException("Two providers are called " + name);
        }
        all.add(new Provider(name, title, tenant));
    }

    List<Provider> all() {
        return List.copyOf(all);
    }

    Provider first() {
        return all.getFirst();
    }

    Optional<Provider> named(@Nullable String name) {
        return all.stream().filter(provider -> provider.name().equals(name)).findFirst();
    }

    /**
     * The provider that a request is about: named by its address, or by the cookies of a sign-in; the first one for
     * somebody who is not signed in.
     *
     * @param chosen the value of the cookie {@link #CHOICE}, or null
     */
    Provider of(String path, Collection<String> cookies, @Nullable String chosen) {
        for (String prefix : List.of(Pages.SIGN_IN, CALLBACK)) {
            if (path.equals(prefix)) {
                return first();
            }
            if (path.startsWith(prefix + "/")) {
                return named(path.substring(prefix.length() + 1)).orElse(first());
            }
        }
        List<Provider> signedIn = all.stream()
                .filter(provider -> cookies.stream().anyMatch(provider::ownsSessionCookie))
                .toList();
        return signedIn.stream()
                .filter(provider -> provider.name().equals(chosen))
                .findFirst()
                .or(() -> signedIn.stream().findFirst())
                .orElse(first());
    }
}
