package vn.vigil.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vigil.base.World;
import vn.vigil.net.HttpAuth.Verdict;

class HttpAuthTest {
    private static HttpAuth auth(String user, String password) {
        return new HttpAuth(World.real(), new Login(user, password), false);
    }

    @Test
    void theExampleOfRfc2617() {
        HttpAuth auth = auth("Mufasa", "Circle Of Life");
        auth.challenged(List.of("Digest realm=\"testrealm@host.com\", qop=\"auth,auth-int\", "
                + "nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\", opaque=\"5ccc069c403ebaf9f0171e9517f40e41\""));
        assertEquals(
                "Digest username=\"Mufasa\", realm=\"testrealm@host.com\", nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\", "
                        + "uri=\"/dir/index.html\", response=\"6629fae49393a05397450978507c4ef1\", cnonce=\"0a4f113b\", "
                        + "nc=00000001, qop=auth, opaque=\"5ccc069c403ebaf9f0171e9517f40e41\"",
                auth.authorization("GET", "/dir/index.html", "0a4f113b"));
    }

    private static final String RFC_7616 = "realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm=%s, "
            + "nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"";

    @Test
    void theExamplesOfRfc7616AndTheBestAlgorithmWins() {
        String cnonce = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";
        HttpAuth md5 = auth("Mufasa", "Circle of Life");
        md5.challenged(List.of("Digest " + RFC_7616.replace("%s", "MD5")));
        assertTrue(
                md5.authorization("GET", "/dir/index.html", cnonce).contains("\"8ca523f5e9506fed4657c9700eebdbec\""));

        HttpAuth both = auth("Mufasa", "Circle of Life");
        both.challenged(List.of(
                "Basic realm=\"x\"",
                "Digest " + RFC_7616.replace("%s", "MD5"),
                "Digest " + RFC_7616.replace("%s", "SHA-256")));
        String answer = both.authorization("GET", "/dir/index.html", cnonce);
        assertTrue(answer.contains("\"753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1\""));
        assertTrue(answer.contains("algorithm=SHA-256, "));
    }

    @Test
    void aUserNameBeyondAsciiIsHashedOrExtendedWhereTheServerAsksForIt() {
        HttpAuth hashed = auth("J\u00e4s\u00f8n Doe", "Secret, or not?");
        String challenge = "Digest realm=\"api@example.org\", qop=\"auth\", algorithm=SHA-512-256, "
                + "nonce=\"5TsQWLVdgBdmrQ0XsxbDODV+57QdFR34I9HAbC/RVvkK\", charset=UTF-8, userhash=";
        hashed.challenged(List.of(challenge + "true"));
        String answer = hashed.authorization("GET", "/doe.json", "NTg6RKcb9boFIAS3KrFK9BGeh+niz/sm");
        assertTrue(answer.contains("userhash=true"));
        // RFC 7616 §3.9.2's question; the RFC's own hashes are SHA-512 cut short, these are OpenSSL's sha512-256.
        assertTrue(answer.contains("username=\"793263caabb707a56211940d90411ea4a575adeccb7e360aeb624ed06ece9b0b\""));
        assertTrue(answer.contains("response=\"7a4e1192babbba02e91182d2895bfdbf7adafc6e48d4e517ca301974843d840c\""));
        HttpAuth extended = auth("Đạt", "x");
        extended.challenged(List.of(challenge + "false"));
        assertTrue(extended.authorization("GET", "/", "x").startsWith("Digest username*=UTF-8''%C4%90%E1%BA%A1t, "));
        HttpAuth plain = auth("Đạt \"x\\y\"", "x");
        plain.challenged(List.of("Digest realm=\"r\", nonce=\"n\""));
        assertTrue(plain.authorization("GET", "/", "x").startsWith("Digest username=\"Đạt \\\"x\\\\y\\\"\", "));
    }

    @Test
    void withoutQopTheAnswerIsThatOfRfc2069() {
        // Hikvision's RTSP form: no qop, the algorithm in quotes.
        HttpAuth auth = auth("admin", "12345");
        auth.challenged(
                List.of("Digest realm=\"IP Camera(C2183)\", nonce=\"abc\", algorithm=\"MD5\", stale=\"FALSE\""));
        String answer = auth.authorization("DESCRIBE", "rtsp://h/x");
        assertFalse(answer.contains("qop") || answer.contains("cnonce") || answer.contains("nc="));
        assertTrue(answer.contains("algorithm=MD5"));
    }

    @Test
    void severalChallengesMayStandInOneHeader() {
        List<HttpAuth.Challenge> found = HttpAuth.parse(
                "Basic realm=\"a, \\\"b\\\"\", Digest realm=\"c\", nonce=n1 , Negotiate, Digest nonce=\"n=2\"");
        assertEquals(4, found.size());
        assertEquals("a, \"b\"", found.get(0).get("realm"));
        assertEquals("n1", found.get(1).get("nonce"));
        assertEquals("negotiate", found.get(2).scheme());
        assertEquals("n=2", found.get(3).get("nonce"));
    }

    @Test
    void aRefusedPasswordIsNeverOfferedAgain() {
        HttpAuth auth = auth("admin", "wrong");
        assertEquals(Verdict.ANSWER, auth.challenged(List.of("Digest realm=\"r\", nonce=\"1\"")));
        auth.authorization("GET", "/");
        assertEquals(Verdict.REFUSED, auth.challenged(List.of("Digest realm=\"r\", nonce=\"2\"")));
        assertNull(auth.authorization("GET", "/"));
        assertEquals(Verdict.REFUSED, auth.challenged(List.of("Digest realm=\"r\", nonce=\"3\", stale=true")));
    }

    @Test
    void aStaleNonceIsNoRefusalButNotForEver() {
        HttpAuth auth = auth("admin", "right");
        auth.challenged(List.of("Digest realm=\"r\", nonce=\"1\""));
        auth.authorization("GET", "/");
        assertEquals(Verdict.ANSWER, auth.challenged(List.of("Digest realm=\"r\", nonce=\"2\", stale=TRUE")));
        auth.authorization("GET", "/");
        assertEquals(Verdict.REFUSED, auth.challenged(List.of("Digest realm=\"r\", nonce=\"3\", stale=true")));
    }

    @Test
    void anAcceptedPasswordMayMeetANewNonceLater() {
        HttpAuth auth = auth("admin", "right");
        auth.challenged(List.of("Digest realm=\"r\", nonce=\"1\""));
        auth.authorization("GET", "/");
        auth.accepted();
        auth.authorization("GET", "/");
        assertEquals(Verdict.ANSWER, auth.challenged(List.of("Digest realm=\"r\", nonce=\"2\"")));
        auth.authorization("GET", "/");
        assertEquals(Verdict.REFUSED, auth.challenged(List.of("Digest realm=\"r\", nonce=\"3\"")));
    }

    @Test
    void basicIsOnlyUsedWhereItIsAllowed() {
        assertEquals(Verdict.NOT_UNDERSTOOD, auth("a", "b").challenged(List.of("Basic realm=\"r\"")));
        HttpAuth allowed = new HttpAuth(World.real(), new Login("Aladdin", "open sesame"), true);
        assertEquals(Verdict.ANSWER, allowed.challenged(List.of("Basic realm=\"r\"")));
        assertEquals("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==", allowed.authorization("GET", "/"));
        HttpAuth better = new HttpAuth(World.real(), new Login("a", "b"), true);
        better.challenged(List.of("Basic realm=\"r\", Digest realm=\"r\", nonce=\"n\""));
        assertTrue(better.authorization("GET", "/").startsWith("Digest "));
    }

    @Test
    void nothingIsAnsweredWithoutALoginOrToWhatIsNotUnderstood() {
        assertEquals(
                Verdict.NOT_UNDERSTOOD,
                new HttpAuth(World.real(), null, true).challenged(List.of("Digest realm=\"r\", nonce=\"n\"")));
        assertEquals(
                Verdict.NOT_UNDERSTOOD,
                auth("a", "b")
                        .challenged(List.of("Digest realm=\"r\", nonce=\"n\", algorithm=SHA3", "Bearer x=y", "")));
        assertEquals(
                Verdict.NOT_UNDERSTOOD,
                auth("a", "b").challenged(List.of("Digest realm=\"r\", nonce=\"n\", qop=auth-int")));
    }
}
