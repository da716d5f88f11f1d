package vn.vigil.net;

import vn.vigil.base.Deadline;

/**
 * Replies of Dahua devices that leave out the blank line between headers and body (field reports on their CGI). Such a body
 * is {@code key=value} lines or the word {@code OK}: no header's name holds an equals sign (RFC 9110 §5.1), so the two cannot
 * be taken for each other. Stateless.
 */
final class MissingBlankLine {
    /** Longer than any name of a header or key. */
    private static final int FAR = 256;

    private MissingBlankLine() {}

    /** Looks at the next line without taking it. */
    static boolean bodyBegins(TcpConnection connection, Deadline deadline) throws NetException {
        for (int i = 0; i < FAR; i++) {
            if (connection.ensure(i + 1, deadline) <= i) {
                return i == 2 && isOk(connection);
            }
            int c = connection.at(i);
            if (c == '=') {
                return i > 0;
            }
            if (c == '\n' || c == '\r') {
                return i == 2 && isOk(connection);
            }
            if (c == ':' || i == 0 && (c == ' ' || c == '\t')) {
                return false;
            }
        }
        return false;
    }

    private static boolean isOk(TcpConnection connection) {
        return connection.at(0) == 'O' && connection.at(1) == 'K';
    }
}
