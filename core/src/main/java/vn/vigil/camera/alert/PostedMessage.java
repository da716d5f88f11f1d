package vn.vigil.camera.alert;

import java.time.Instant;

/**
 * A message on its way, in the words of its reader. Nothing in it can break a line or a header: foreign text is neutralised.
 *
 * @param key names it for good: the same key is the same message
 * @param what {@code opened}, {@code repeated}, {@code escalated}, {@code recovered}, {@code test}, …
 * @param alert what it tells of, for channels that carry facts and no sentences; null for a test
 * @param to whom; null for the site's own channels (webhook, command), which belong to no person
 * @param subject one line
 * @param body lines, each ended by a newline
 * @param at when it was written
 */
public record PostedMessage(
        String key, String what, Alert alert, Recipient to, String subject, String body, Instant at) {}
