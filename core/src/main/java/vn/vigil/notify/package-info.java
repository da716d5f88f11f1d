/**
 * Messages to people by mail, webhook and command, through an outbox in the store: written in the transaction of what they
 * tell, sent after it, at least once.
 */
package vn.vigil.notify;
