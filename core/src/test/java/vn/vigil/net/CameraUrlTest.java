package vn.vigil.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CameraUrlTest {
    private static CameraUrl rtsp(String text) throws NetException {
        return CameraUrl.parse(text, "rtsp", "rtsps");
    }

    @Test
    void theLoginIsTakenOutAndNeverPrinted() throws Exception {
        CameraUrl url = rtsp("rtsp://admin:s3cr%21t@192.168.1.10/Streaming/Channels/101?x=1");
        assertEquals(new Login("admin", "s3cr!t"), url.login());
        assertEquals("rtsp://192.168.1.10:554/Streaming/Channels/101?x=1", url.toString());
        assertFalse((url.toString() + url.login() + url.target()).contains("s3cr"));
        assertEquals(url.toString(), rtsp(url.toString()).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"%21", "a@b:c/d?e#f", "'\"\\", "hai chữ", "mật khẩu Đường Láng 100%", "+&=;,", "%"})
    void everyPasswordComesThroughEscaped(String password) throws Exception {
        String escaped = URLEncoder.encode(password, StandardCharsets.UTF_8).replace("+", "%20");
        assertEquals(
                password, rtsp("rtsp://admin:" + escaped + "@cam/x").login().password());
    }

    @ParameterizedTest
    @ValueSource(strings = {"p@ss", "a:b", "50%off", "'\"\\ blank", "Đà Nẵng", "100%"})
    void aPasswordMayStandUnescapedWhereItCannotBeMisread(String password) throws Exception {
        CameraUrl url = rtsp("rtsp://admin:" + password + "@cam:8554/x");
        assertEquals(password, url.login().password());
        assertEquals("rtsp://cam:8554/x", url.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rtsp://admin:pa/ss@cam/x",
                "rtsp://admin:12/3@cam/x",
                "rtsp://admin:pa?ss@cam/x",
                "rtsp://admin:pa#ss@cam/x",
                "http://cam/x",
                "file:///etc/passwd",
                "jar:file:/x!/y",
                "ftp://cam/",
                "cam/x",
                "rtsp:///x",
                "rtsp://",
                "rtsp://cam:0/",
                "rtsp://cam:65536/",
                "rtsp://cam:99999999999/",
                "rtsp://cam:8x/",
                "rtsp://cam/\r\nDESCRIBE",
                "rtsp://ca m/",
                "rtsp://a%0d%0ab:p@cam/",
                "rtsp://[cam]/",
                "rtsp://cámera/x",
                "rtsp://cam/x\u0000"
            })
    void whatCannotBeReadSafelyIsRefusedWithoutQuotingIt(String text) {
        NetException e = assertThrows(NetException.class, () -> rtsp(text));
        assertEquals(NetException.Cause.BAD_URL, e.cause());
        assertFalse(e.getMessage().contains("ss@") || e.getMessage().contains("passwd"));
    }

    @Test
    void aForeignHostIsReplacedAndPathAndQueryStay() throws Exception {
        CameraUrl url = rtsp("rtsp://0.0.0.0/Streaming/tracks/101/?starttime=20260818T151815Z&name=1&size=2");
        assertEquals(
                "rtsp://gate:8554/Streaming/tracks/101/?starttime=20260818T151815Z&name=1&size=2",
                url.withHost("gate", 8554).toString());
        assertNull(rtsp("rtsp://u:p@h/").withHost("g", 1).login());
    }

    @Test
    void whatARequestLineCannotCarryIsEscapedOnce() throws Exception {
        assertEquals(
                "/a%20b%C4%90?c=%22d%22&e=%20",
                rtsp("rtsp://cam/a bĐ?c=\"d\"&e=%20").target());
    }

    @Test
    void ipv6KeepsItsBracketsOnlyInText() throws Exception {
        CameraUrl url = rtsp("rtsp://[FD00::1]:8554/x");
        assertEquals("fd00::1", url.host());
        assertEquals(8554, url.endpoint().port());
        assertEquals("rtsp://[fd00::1]:8554/x", url.toString());
    }
}
