package io.tidewatch.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An API key as its holder has it: {@code tw_<id>_<secret>}.
 *
 * @param id public part, 16 characters
 * @param secret secret part, 40 characters of 62: 238 bits
 */
public record ApiKeyToken(String id, String secret) {

    /** What every key begins with, so that scanners and people recognise it. */
    public static final String PREFIX = "tw_";

    private static final Pattern FORM = Pattern.compile("tw_([a-z0-9]{16})_([A-Za-z0-9]{40})");
    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final String ALL = LOWER + "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /** Makes a new key. */
    public static ApiKeyToken generate(RandomGenerator random) {
        return new ApiKeyToken(text(random, LOWER, 16), text(random, ALL, 40));
    }

    /** The same secret for the key with this public part. */
    public ApiKeyToken withId(String other) {
        return new ApiKeyToken(other, secret);
    }

    /** Reads a key; empty for any other text. */
    static Optional<ApiKeyToken> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches() ? Optional.of(new ApiKeyToken(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /** SHA-256 of the secret, hexadecimal: enough for a secret that nobody chose. */
    public String secretHash() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** The key as its holder keeps it. */
    public String text() {
        return PREFIX + id + "_" + secret;
    }

    /** Without the secret, so that it can't get into a log. */
    @Override
    public String toString() {
        return PREFIX + id + "_***";
    }

    private static String text(RandomGenerator random, String alphabet, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
