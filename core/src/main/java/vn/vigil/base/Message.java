package vn.vigil.base;

import java.util.List;

/**
 * A sentence not yet in any language. Arguments are strings, numbers, enums or further messages; instants are handed in
 * already written, since only the caller knows the zone. Never holds a secret.
 *
 * @param key which sentence
 * @param args what stands for {@code {0}}, {@code {1}}, …
 */
public record Message(MessageKey key, List<Object> args) {}
