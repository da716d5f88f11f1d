package vn.vigil.camera.alert;

import vn.vigil.base.Message;

/**
 * What became of a message on one channel.
 *
 * @param key the message's
 * @param channel {@code mail}, {@code webhook}, {@code command}
 * @param address where to; holds no secret
 * @param delivered false: it waits, or was given up
 * @param answer why it was not; null when it was, or nobody has tried yet
 */
public record Delivery(String key, String channel, String address, boolean delivered, Message answer) {}
