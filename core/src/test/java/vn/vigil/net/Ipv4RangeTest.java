package vn.vigil.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class Ipv4RangeTest {
    @Test
    void aRangeIsReadByAnyOfItsAddresses() throws Exception {
        Ipv4Range range = Ipv4Range.parse("192.168.1.77/24");
        assertEquals("192.168.1.0/24", range.toString());
        assertEquals(254, range.size());
        assertEquals("192.168.1.1", range.hosts().get(0));
        assertEquals("192.168.1.254", range.hosts().get(253));
        assertEquals(
                List.of("10.0.0.6", "10.0.0.7"), Ipv4Range.parse("10.0.0.7/31").hosts());
        assertEquals(List.of("10.0.0.7"), Ipv4Range.parse("10.0.0.7/32").hosts());
        assertEquals(4294967294L, Ipv4Range.parse("0.0.0.0/0").size());
    }

    @Test
    void whatIsNoneIsRefused() {
        for (String text : List.of(
                "",
                "/",
                "10.0.0.0",
                "10.0.0/24",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/",
                "256.0.0.0/8",
                "010.0.0.0/8",
                "10.0.0.0.0/8",
                "a.b.c.d/8",
                "10.0.0.0/24 ",
                "::1/128",
                "10.0.0.0/9999999999")) {
            assertThrows(NetException.class, () -> Ipv4Range.parse(text), text);
        }
    }

    @Test
    void privateAndUsableRangesAreKnown() throws Exception {
        assertTrue(Ipv4Range.parse("10.0.0.0/8").isPrivate());
        assertTrue(Ipv4Range.parse("172.31.0.0/16").isPrivate());
        assertFalse(Ipv4Range.parse("172.32.0.0/16").isPrivate());
        assertFalse(Ipv4Range.parse("10.0.0.0/7").isPrivate());
        assertTrue(Ipv4Range.parse("127.0.0.0/24").usable());
        assertFalse(Ipv4Range.parse("224.0.0.0/24").usable());
        assertFalse(Ipv4Range.parse("0.0.0.0/24").usable());
        assertFalse(Ipv4Range.parse("169.254.169.254/32").usable());
    }

    @Test
    void overlapIsSeenFromBothSides() throws Exception {
        Ipv4Range wide = Ipv4Range.parse("10.1.0.0/16");
        Ipv4Range inside = Ipv4Range.parse("10.1.9.0/24");
        assertTrue(wide.overlaps(inside) && inside.overlaps(wide));
        assertFalse(inside.overlaps(Ipv4Range.parse("10.1.8.0/24")));
    }
}
