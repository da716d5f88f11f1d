package vn.vigil.hold;

import vn.vigil.base.Message;

/**
 * Somebody to be called now. Shown to who asks, and kept nowhere.
 *
 * @param role as what
 * @param phone null when none is on record
 */
public record ToWake(String name, Message role, String phone) {}
