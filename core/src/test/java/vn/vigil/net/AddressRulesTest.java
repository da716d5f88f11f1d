package vn.vigil.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vigil.base.Deadline;
import vn.vigil.base.World;

class AddressRulesTest {
    private final Deadline soon = Deadline.in(World.real(), Duration.ofSeconds(5));

    private static NetException.Cause judge(String host, byte... address) throws Exception {
        try {
            AddressRules.check(host, InetAddress.getByAddress(host, address));
            return null;
        } catch (NetException e) {
            return e.cause();
        }
    }

    private static byte[] bytes(String literal) throws Exception {
        return InetAddress.getByName(literal).getAddress();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.0.9",
                "0.0.0.0",
                "0.1.2.3",
                "169.254.1.1",
                "169.254.169.254",
                "224.0.0.1",
                "239.255.255.250",
                "255.255.255.255",
                "240.0.0.1",
                "100.100.100.200",
                "::",
                "::1",
                "fe80::1",
                "febf::1",
                "ff02::1",
                "fd00:ec2::254",
                "64:ff9b::7f00:1",
                "64:ff9b:1::a9fe:a9fe",
                "2002:7f00:1::",
                "::127.0.0.1",
                "2001:0:1:2:3:4:80ff:fffe"
            })
    void aNameThatLeadsToASpecialAddressIsRefused(String address) throws Exception {
        assertEquals(NetException.Cause.FORBIDDEN_ADDRESS, judge("camera.example", bytes(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.168.1.10",
                "10.0.0.4",
                "172.16.0.1",
                "100.64.0.1",
                "203.0.113.7",
                "fd12:3456::1",
                "2001:db8::1"
            })
    void anOrdinaryAddressIsFine(String address) throws Exception {
        assertEquals(null, judge("camera.example", bytes(address)));
    }

    @Test
    void anIpv4AddressInAMappedFormIsJudgedAsWhatItIs() throws Exception {
        // The runtime turns ::ffff:127.0.0.1 into 127.0.0.1 by itself; written so it is a disguise.
        AddressRules rules = AddressRules.of("[::ffff:127.0.0.1]");
        NetException e = assertThrows(NetException.class, () -> rules.resolve("::ffff:127.0.0.1", soon));
        assertEquals(NetException.Cause.FORBIDDEN_ADDRESS, e.cause());
    }

    @Test
    void aCameraRegisteredAtLoopbackMayBeContactedThere() throws Exception {
        assertTrue(AddressRules.of("127.0.0.1").resolve("127.0.0.1", soon).isLoopbackAddress());
        assertTrue(AddressRules.of("[::1]").resolve("::1", soon).isLoopbackAddress());
        assertTrue(AddressRules.of("localhost").resolve("LOCALHOST", soon).isLoopbackAddress());
    }

    @Test
    void theMetadataServiceIsRefusedEvenWhenRegistered() {
        for (String host : new String[] {"169.254.169.254", "0.0.0.0", "224.0.0.1", "[::]"}) {
            AddressRules rules = AddressRules.of(host);
            NetException e = assertThrows(NetException.class, () -> rules.resolve(host, soon));
            assertEquals(NetException.Cause.FORBIDDEN_ADDRESS, e.cause(), host);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2130706433", "127.1", "0x7f.0.0.1", "0177.0.0.1", "127.0.0.01", "1.2.3.4.", "256.1.1.1"})
    void oddSpellingsOfAnAddressAreRefused(String host) {
        NetException e =
                assertThrows(NetException.class, () -> AddressRules.of(host).resolve(host, soon));
        assertEquals(NetException.Cause.FORBIDDEN_ADDRESS, e.cause());
    }

    @Test
    void onlyTheRegisteredHostMayBeContacted() {
        AddressRules rules = AddressRules.of("Gate.example");
        assertTrue(rules.allows("gate.EXAMPLE"));
        assertFalse(rules.allows("other.example"));
        NetException e = assertThrows(NetException.class, () -> rules.resolve("127.0.0.1", soon));
        assertEquals(NetException.Cause.FORBIDDEN_ADDRESS, e.cause());
    }

    @Test
    void aNameIsResolvedOnceSoThatItsAnswerCannotChange() throws Exception {
        AddressRules rules = AddressRules.of("localhost");
        assertTrue(rules.resolve("localhost", soon) == rules.resolve("localhost", soon));
    }
}
