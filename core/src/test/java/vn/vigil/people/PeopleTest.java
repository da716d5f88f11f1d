package vn.vigil.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.VigilException;
import vn.vigil.config.Config;
import vn.vigil.ledger.Ledger;
import vn.vigil.ledger.Proof;
import vn.vigil.store.Store;
import vn.vigil.testkit.Databases;
import vn.vigil.testkit.TestWorld;
import vn.vigil.text.Lang;

/** Members, offices and powers; the names are made up. */
class PeopleTest {
    private static final MemberId AN = new MemberId("an");
    private static final MemberId BINH = new MemberId("binh");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    @TempDir
    Path folder;

    private final TestWorld world = TestWorld.create();
    private Store store;
    private Ledger ledger;
    private People people;
    private Actor account;

    private void open(Databases database) {
        Config config = database.config(world, folder);
        store = Store.create(config.home(), config, world);
        ledger = new Ledger(store, world);
        people = new People(store, ledger, config, world);
        account = people.actor(null);
    }

    @AfterEach
    void close() {
        if (store != null) {
            assertTrue(ledger.verify().intact());
            store.close();
        }
    }

    private static NewMember member(MemberId id, String name, String login, Office... offices) {
        Set<Office> held = EnumSet.noneOf(Office.class);
        held.addAll(List.of(offices));
        return new NewMember(id, name, null, null, null, login, held, null, null);
    }

    private static VigilException refused(Runnable work) {
        return assertThrows(VigilException.class, work::run);
    }

    @ParameterizedTest
    @EnumSource
    void aMemberIsAddedOnceAndFoundByAnyPartOfTheName(Databases database) {
        open(database);
        String decomposed = Normalizer.normalize("  Nguyễn Văn Đức ", Normalizer.Form.NFD);
        NewMember asked = member(new MemberId("duc"), decomposed, "duc", Office.TEAM_LEADER, Office.OPERATOR);
        assertTrue(people.add(account, asked, false).changed());
        assertFalse(people.add(account, asked, false).changed());
        assertEquals(1, ledger.verify().entries());

        Member duc = people.show("nguyen van duc");
        assertEquals("Nguyễn Văn Đức", duc.name());
        assertEquals(EnumSet.of(Office.TEAM_LEADER, Office.OPERATOR), duc.offices(TODAY));
        assertEquals(duc, people.show("DUC"));
        assertEquals(duc, people.show("Van"));

        VigilException none = refused(() -> people.show("Nguyễn Văn Dực Anh"));
        assertEquals(ErrorKind.NOT_FOUND, none.kind());
        VigilException near = refused(() -> people.show("duk"));
        assertEquals(List.of("duc"), near.why().get(0).args());

        people.add(account, member(AN, "Trần Văn An", null), false);
        VigilException several = refused(() -> people.show("van"));
        assertEquals(2, several.why().size());
        assertEquals(
                List.of("an", "duc"),
                people.list(false).stream().map(m -> m.id().value()).toList());
    }

    @ParameterizedTest
    @EnumSource
    void anotherMemberUnderTheSameIdIsAConflictThatNamesEachDifference(Databases database) {
        open(database);
        people.add(account, member(AN, "Trần Văn An", "an", Office.TEAM_MEMBER), false);
        VigilException e = refused(() -> people.add(account, member(AN, "Trần Thị An", "other", Office.BOARD), false));
        assertEquals(ErrorKind.CONFLICT, e.kind());
        assertEquals(3, e.why().size());
        assertEquals(
                ErrorKind.CONFLICT,
                refused(() -> people.add(account, member(BINH, "Lê Bình", "an"), false))
                        .kind());
        assertEquals(
                ErrorKind.USAGE,
                refused(() -> people.add(account, member(BINH, " ", null), false))
                        .kind());
        assertNull(people.byId(BINH));
        assertEquals(1, ledger.verify().entries());
    }

    @ParameterizedTest
    @EnumSource
    void aDryRunShowsAndLeavesNothing(Databases database) {
        open(database);
        SavedMember shown = people.add(account, member(AN, "Trần Văn An", "an", Office.BOARD), true);
        assertTrue(shown.changed());
        assertEquals("Trần Văn An", shown.member().name());
        assertEquals(List.of(), people.list(true));
        assertEquals(0, ledger.verify().entries());
    }

    @ParameterizedTest
    @EnumSource
    void officesAndMembershipHoldByDate(Databases database) {
        open(database);
        people.add(account, member(AN, "Trần Văn An", "duty", Office.TEAM_DEPUTY), false);
        people.appoint(account, AN, Office.TEAM_LEADER, TODAY.plusDays(10), null, false);
        assertFalse(people.appoint(account, AN, Office.TEAM_LEADER, TODAY.plusDays(10), null, false)
                .changed());
        people.relieve(account, AN, Office.TEAM_DEPUTY, TODAY.plusDays(9), false);
        Member an = people.byId(AN);
        assertEquals(EnumSet.of(Office.TEAM_DEPUTY), an.offices(TODAY.plusDays(9)));
        assertEquals(EnumSet.of(Office.TEAM_LEADER), an.offices(TODAY.plusDays(10)));
        assertEquals(Set.of(), an.offices(TODAY.minusDays(1)));

        people.end(account, AN, TODAY.plusDays(20), "chuyển công tác", false);
        assertEquals("an", people.actor(null).memberId().value());
        world.pass(Duration.ofDays(21));
        assertNull(people.actor(null).member());
        assertEquals(ErrorKind.DENIED, refused(() -> people.actor("an")).kind());
        assertEquals(List.of(), people.list(false));
        assertEquals(1, people.list(true).size());
        assertEquals(
                ErrorKind.USAGE,
                refused(() -> people.end(account, AN, TODAY, " ", false)).kind());
    }

    /** The day changes at midnight of the site: 17:00 UTC. */
    @Test
    void todayIsTheSitesDay() {
        open(Databases.SQLITE);
        world.jumpClock(Instant.parse("2026-03-02T17:30:00Z"));
        people.add(account, member(AN, "Trần Văn An", null), false);
        assertEquals(LocalDate.parse("2026-03-03"), people.byId(AN).from());
    }

    @ParameterizedTest
    @EnumSource
    void correctionsNeedAReasonAndKeepPersonalNumbersOutOfTheLedger(Databases database) {
        open(database);
        people.add(account, member(AN, "Trần Văn An", "an", Office.BOARD), false);
        MemberChange change = new MemberChange("Trần Văn Ân", "0912 000 111", "an@site.example", Lang.EN, "");
        assertEquals(
                ErrorKind.USAGE,
                refused(() -> people.correct(account, AN, change, "", false)).kind());
        assertTrue(people.correct(account, AN, change, "sai tên", false).changed());
        assertFalse(people.correct(account, AN, change, "sai tên", false).changed());
        Member an = people.byId(AN);
        assertEquals("Trần Văn Ân", an.name());
        assertEquals("0912 000 111", an.phone());
        assertNull(an.osLogin());
        String lines = String.join("\n", ledger.linesOf("member/an"));
        assertTrue(lines.contains("sai tên") && lines.contains("phone"));
        assertFalse(lines.contains("0912") || lines.contains("site.example"));
    }

    @Test
    void whoActsIsTheOneNamedElseTheOneWhomTheLoginSelects() {
        open(Databases.SQLITE);
        people.add(account, member(AN, "Trần Văn An", "duty", Office.OPERATOR), false);
        people.add(account, member(BINH, "Lê Thị Bình", null, Office.BOARD), false);
        assertEquals(AN, people.actor(null).memberId());
        assertEquals(BINH, people.actor("binh").memberId());
        assertEquals(BINH, people.actor("le thi binh").memberId());
        Actor named = people.actor("binh").by(Proof.KEY);
        assertEquals("duty", named.who().account());
        assertEquals("binh", named.who().person());
        assertEquals(Proof.KEY, named.who().proof());
        assertEquals(
                ErrorKind.NOT_FOUND, refused(() -> people.actor("bình minh")).kind());
    }

    @Test
    void aPowerThatTheOfficesDoNotCarryIsDeniedNamingWhoHoldsIt() {
        open(Databases.SQLITE);
        people.add(account, member(AN, "Trần Văn An", "an", Office.OPERATOR), false);
        people.add(account, member(BINH, "Lê Thị Bình", null, Office.BOARD), false);
        Actor an = people.actor("an");
        VigilException e = refused(() -> people.require(an, Power.APPROVE_EXTRACTION));
        assertEquals(ErrorKind.DENIED, e.kind());
        assertTrue(e.why().get(0).args().contains("Lê Thị Bình (binh)"));
        assertEquals(
                ErrorKind.DENIED,
                refused(() -> people.add(an, member(new MemberId("c"), "C", null), false))
                        .kind());
        people.require(an, Power.RUN_EXTRACTION);
        people.require(people.actor("binh"), Power.APPROVE_EXTRACTION);
    }

    @Test
    void anAccountThatIsNobodyKeepsHouseButActsInNoCase() {
        open(Databases.SQLITE);
        for (Power power : Power.values()) {
            if (power.forAccounts()) {
                people.require(account, power);
            } else {
                assertEquals(
                        "VG-PEOPLE-WHO",
                        refused(() -> people.require(account, power)).id());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoAccountsOfOnePersonAreOne(Databases database) {
        open(database);
        String[][] records = {
            {"a", "Trần Văn An", "0912 000 111", "an@site.example", "an"},
            {"same-phone", "Người Khác", "+84 912 000 111", null, null},
            {"same-mail", "Người Khác Nữa", "1", "An@Site.example", null},
            {"same-name", "TRẦN VĂN  AN", null, null, null},
            {"namesake", "Trần Văn An", "0999", "khac@site.example", null},
            {"other", "Lê Bình", "0888", "b@site.example", "b"},
        };
        for (String[] r : records) {
            people.add(
                    account,
                    new NewMember(new MemberId(r[0]), r[1], r[2], r[3], null, r[4], Set.of(), null, null),
                    false);
        }
        MemberId a = new MemberId("a");
        for (String same : List.of("a", "same-phone", "same-mail", "same-name")) {
            assertTrue(people.samePerson(a, new MemberId(same)), same);
            assertTrue(people.samePerson(new MemberId(same), a), same);
        }
        assertFalse(people.samePerson(a, new MemberId("namesake")));
        assertFalse(people.samePerson(a, new MemberId("other")));
    }

    @ParameterizedTest
    @EnumSource
    void theSitesNamesHoldByDateAndAreUnconfirmedUntilSaid(Databases database) {
        open(database);
        assertFalse(people.site(world.now()).confirmed());
        SiteProfile old = new SiteProfile(
                LocalDate.parse("2022-08-08"), "Sở Kế hoạch", "UBND tỉnh", "Phan Thiết", "Công an phường", TODAY, true);
        SiteProfile now =
                new SiteProfile(TODAY, "Sở Tài chính", "UBND tỉnh", "Phan Thiết", "Công an phường", TODAY, true);
        assertTrue(people.setSite(account, old, false));
        assertTrue(people.setSite(account, now, false));
        assertFalse(people.setSite(account, now, false));
        assertEquals("Sở Tài chính", people.site(world.now()).body());
        assertEquals(
                "Sở Kế hoạch",
                people.site(Instant.parse("2024-01-01T00:00:00Z")).body());
        assertEquals(2, ledger.verify().entries());
    }
}
