package vn.vigil.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.vigil.base.MemberId;
import vn.vigil.base.VigilException;
import vn.vigil.config.Config;
import vn.vigil.ledger.Ledger;
import vn.vigil.secret.Vault;
import vn.vigil.store.Store;
import vn.vigil.testkit.Databases;
import vn.vigil.testkit.TestWorld;

/** Keys on record and their revocation, in both databases. The names are made up. */
class KeyStoriesTest {
    private static final MemberId LAN = new MemberId("lan");
    private static final MemberId ADMIN = new MemberId("quan-tri");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aRevocationLapsesUnlessTheOtherOfficeConfirmsIt(Databases database) {
        TestWorld world = TestWorld.create();
        Config config = database.config(world, folder);
        Store.create(config.home(), config, world).close();
        try (Store store = Store.open(config.home(), config, world)) {
            Ledger ledger = new Ledger(store, world);
            People people = new People(store, ledger, config, world);
            KeyCabinet keys =
                    new KeyCabinet(world, config.home(), store, new Vault(config.home(), config, world), people);
            join(people, LAN, "Nguyễn Thị Lan", Office.TEAM_LEADER);
            join(people, ADMIN, "Đỗ Quản Trị", Office.ADMINISTRATOR);
            Actor lan = people.actor("lan");
            Actor admin = people.actor("quan-tri");
            keys.initDepartment(lan);
            keys.issue(lan, LAN, "trial and no error".toCharArray());
            assertEquals(
                    List.of(KeyState.ACTIVE, KeyState.ACTIVE),
                    people.keyList().stream().map(KeyListed::state).toList());

            assertTrue(people.askKeyRevocation(lan, LAN, "mất máy tính", false).changed());
            world.jumpClock(world.now().plus(Duration.ofDays(8)));
            VigilException lapsed = assertThrows(VigilException.class, () -> keys.confirmRevocation(admin, LAN, false));
            assertEquals("VG-PEOPLE-NO-REVOCATION", lapsed.id());
            assertTrue(
                    people.askKeyRevocation(admin, LAN, "mất máy tính", false).changed());
            assertTrue(keys.confirmRevocation(lan, LAN, false).changed());
            assertFalse(keys.confirmRevocation(lan, LAN, false).changed());
            assertNull(people.certificate(LAN));
            assertTrue(keys.hasDepartmentKey());

            people.askKeyRevocation(lan, null, "lộ mật khẩu", false);
            assertTrue(keys.confirmRevocation(admin, null, false).changed());
            assertFalse(keys.hasDepartmentKey());
            assertEquals(
                    List.of(KeyState.REVOKED, KeyState.REVOKED),
                    people.keyList().stream().map(KeyListed::state).toList());
            assertTrue(ledger.verify().intact());
        }
    }

    private static void join(People people, MemberId id, String name, Office office) {
        people.add(
                people.actor(null), new NewMember(id, name, null, null, null, null, Set.of(office), null, null), false);
    }
}
