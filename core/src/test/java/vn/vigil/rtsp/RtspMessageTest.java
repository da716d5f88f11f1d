package vn.vigil.rtsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RtspMessageTest {
    private static RtspMessage head(String text) throws RtspFault {
        return RtspMessage.parseHead(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsPrintedIsReadBack() throws Exception {
        RtspMessage sent =
                RtspMessage.request("SETUP", "rtsp://gate/x").with("CSeq", "7").with("Session", "a b");
        RtspMessage read = RtspMessage.parseHead(sent.print());
        assertEquals("SETUP", read.method());
        assertEquals("rtsp://gate/x", read.uri());
        assertEquals(7, read.cseq());
        assertEquals("a b", read.header("session"));
        String reply = new String(
                RtspMessage.reply(200, "OK").withBody(new byte[] {'x'}).print(), StandardCharsets.US_ASCII);
        assertEquals("RTSP/1.0 200 OK\r\nContent-Length: 1\r\n\r\nx", reply);
    }

    @Test
    void sloppyRepliesAreUnderstood() throws Exception {
        RtspMessage reply = head("RTSP/1.0 200\nCSeq:3 \nPublic : A, B\nPublic: C\nnonsense\n\n");
        assertEquals(200, reply.status());
        assertEquals("", reply.reason());
        assertEquals(3, reply.cseq());
        assertEquals(java.util.List.of("A, B", "C"), reply.headers("public"));
        assertNull(reply.header("nonsense"));
        assertEquals(0, reply.contentLength());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n",
                "HTTP/1.1 200 OK\r\n\r\n",
                "RTSP/1.0 abc\r\n\r\n",
                "RTSP/1.0 20\r\n\r\n",
                "HELLO\r\n\r\n"
            })
    void whatIsNoRtspIsRefused(String text) {
        assertThrows(RtspFault.class, () -> head(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1x", "", "99999999999999999999", "1048577", "5\r\nContent-Length: 6"})
    void aBadContentLengthIsRefused(String length) throws Exception {
        RtspMessage reply = head("RTSP/1.0 200 OK\r\nContent-Length: " + length + "\r\n\r\n");
        assertThrows(RtspFault.class, reply::contentLength);
    }

    @Test
    void nothingCanBeSmuggledIntoAHead() {
        assertThrows(IllegalArgumentException.class, () -> RtspMessage.request("PLAY", "rtsp://x/\r\nA: b"));
        assertThrows(IllegalArgumentException.class, () -> RtspMessage.request("PLAY", "*")
                .with("A", "b\nC: d"));
    }

    @Test
    void aMessageForALogHidesTheLogin() {
        String text = RtspMessage.request("PLAY", "*")
                .with("Authorization", "Basic c2VjcmV0")
                .toString();
        assertFalse(text.contains("c2VjcmV0"));
    }
}
