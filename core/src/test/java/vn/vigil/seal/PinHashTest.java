package vn.vigil.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

/** PINs are kept by Argon2id with their own parameters. */
class PinHashTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Argon2id of {@code password} with the salt {@code somesalt}, 64 MiB, two passes, one lane. */
    private static final String REFERENCE =
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    @Test
    void theRightPinFitsAndNoOtherDoes() {
        String kept = PinHash.of("2580".toCharArray(), RANDOM);
        assertTrue(kept.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), kept);
        assertTrue(PinHash.matches(kept, "2580".toCharArray()));
        for (String wrong : List.of("2581", "258", "25800", "", " 2580", "２５８０")) {
            assertFalse(PinHash.matches(kept, wrong.toCharArray()), wrong);
        }
    }

    @Test
    void onePinIsKeptDifferentlyEachTime() {
        assertNotEquals(PinHash.of("2580".toCharArray(), RANDOM), PinHash.of("2580".toCharArray(), RANDOM));
    }

    /** From the test vectors of the reference implementation (P-H-C/phc-winner-argon2, test.c, version 0x13). */
    @Test
    void aHashOfTheReferenceImplementationFits() {
        assertTrue(PinHash.matches(REFERENCE, "password".toCharArray()));
        assertFalse(PinHash.matches(REFERENCE, "passwore".toCharArray()));
    }

    @Test
    void thePinStaysTheCallers() {
        char[] pin = "mật khẩu".toCharArray();
        assertTrue(PinHash.matches(PinHash.of(pin, RANDOM), pin));
        assertEquals("mật khẩu", new String(pin));
    }

    /** A forged store cannot make vigil work for hours, and what is no hash is nobody's PIN. */
    @Test
    void damagedOrAbsurdStringsAreNobodysPin() {
        String kept = PinHash.of("2580".toCharArray(), RANDOM);
        for (String bad : List.of(
                "",
                "-",
                "2580",
                kept.substring(0, 40),
                kept.replace("m=19456", "m=99999999"),
                kept.replace("t=2", "t=1000000"),
                kept.replace("p=1", "p=0"),
                kept.replace("m=19456", "m=x"),
                kept.replace("argon2id", "argon2i"),
                kept.substring(0, kept.lastIndexOf('$') + 1),
                kept.substring(0, kept.lastIndexOf('$') + 1) + "***")) {
            assertFalse(PinHash.matches(bad, "2580".toCharArray()), bad);
        }
    }
}
