package vn.vigil.secret;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A secret's value, as UTF-8 text. Prints as {@code (secret)}. Closing wipes it; not for several threads. */
public final class Secret implements AutoCloseable {
    private final byte[] bytes;

    private Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes the bytes over; the caller must not keep them. */
    static Secret of(byte[] bytes) {
        return new Secret(bytes);
    }

    public static Secret of(char[] characters) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(characters));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        return new Secret(bytes);
    }

    public static Secret of(String text) {
        return new Secret(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The value as text; for interfaces that take nothing else. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** A copy for the caller to wipe. */
    public char[] chars() {
        return text().toCharArray();
    }

    /** A copy for the caller to wipe. */
    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return "(secret)";
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
    }
}
