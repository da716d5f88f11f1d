package vn.vigil.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.testkit.TestWorld;
import vn.vigil.text.Lang;
import vn.vigil.text.Texts;

class ConfigTest {
    @TempDir
    Path folder;

    private TestWorld world;
    private Path user;
    private Path machine;

    @BeforeEach
    void twoFiles() throws Exception {
        world = TestWorld.create().home(folder.resolve("home")).environment("VIGIL_ETC", folder.toString());
        machine = folder.resolve("vigil.conf");
        user = folder.resolve("home/config/vigil.conf");
        Files.createDirectories(user.getParent());
    }

    private Config load() {
        return load(null);
    }

    private Config load(Path extra) {
        return Config.load(world, Home.of(world, null), extra);
    }

    private static String origin(Config config, Setting setting) {
        return config.describe().get(setting.ordinal()).origin();
    }

    @Test
    void theZonesIdIsThatOfTheZone() throws Exception {
        assertEquals("Asia/Ho_Chi_Minh", load().zoneId());
        for (String zone : List.of("Asia/Ho_Chi_Minh", "Asia/Saigon", "UTC+7", "+07", "Z")) {
            Files.writeString(user, "zone = " + zone + "\n");
            assertEquals(load().zone().getId(), load().zoneId());
        }
        assertEquals("Z", load().zoneId());
    }

    @Test
    void theStrongestSourceHoldsAndIsNamed() throws Exception {
        assertEquals("default", origin(load(), Setting.CAMERA_TIMEOUT));
        assertEquals(Duration.ofSeconds(10), load().duration(Setting.CAMERA_TIMEOUT));

        Files.writeString(machine, "camera.timeout = 1s\n");
        assertEquals(machine + ":1", origin(load(), Setting.CAMERA_TIMEOUT));

        Files.writeString(user, "# ours\n\ncamera.timeout=2s\n");
        assertEquals(user + ":3", origin(load(), Setting.CAMERA_TIMEOUT));

        Path extra = Files.writeString(folder.resolve("extra.conf"), "camera.timeout = 3s");
        assertEquals(extra + ":1", origin(load(extra), Setting.CAMERA_TIMEOUT));

        world.environment("VIGIL_CAMERA_TIMEOUT", "4s");
        assertEquals("VIGIL_CAMERA_TIMEOUT", origin(load(extra), Setting.CAMERA_TIMEOUT));

        Config flagged = load(extra).with(Setting.CAMERA_TIMEOUT, "5s");
        assertEquals("flag", origin(flagged, Setting.CAMERA_TIMEOUT));
        assertEquals(Duration.ofSeconds(5), flagged.duration(Setting.CAMERA_TIMEOUT));
    }

    @Test
    void everyFaultIsToldAtOnceWithItsPlace() throws Exception {
        Files.writeString(
                user,
                """
                camera.timout = 3s
                zone = Hà Nội
                no sense
                lang = fr
                lang = vi
                lang = en
                quantum.flux = 1
                camera.timeout =
                camera.basic-allowed = yes
                """);
        world.environment("VIGIL_TSA_URL", "ftp://x");
        VigilException e = assertThrows(VigilException.class, this::load);
        assertEquals(ErrorKind.USAGE, e.kind());
        List<String> told = new ArrayList<>();
        e.why().forEach(m -> told.add(Texts.render(m, Lang.EN).replace(user.toString(), "F")));
        assertEquals(
                List.of(
                        "F:1: there is no setting \"camera.timout\"; did you mean \"camera.timeout\"?",
                        "F:2: zone = \"Hà Nội\" is not understood; it must be the name of a time zone such as"
                                + " Asia/Ho_Chi_Minh",
                        "F:3: this line is no \"key = value\"",
                        "F:4: lang = \"fr\" is not understood; it must be vi or en",
                        "F:5: \"lang\" was already set in line 4",
                        "F:6: \"lang\" was already set in line 4",
                        "F:7: there is no setting \"quantum.flux\"",
                        "F:8: camera.timeout has no value",
                        "F:9: camera.basic-allowed = \"yes\" is not understood; it must be true or false",
                        "VIGIL_TSA_URL: tsa.url = \"ftp://x\" is not understood; it must be an address that begins with"
                                + " http:// or https:// and holds no user name or password"),
                told);
    }

    @Test
    void aPasswordInAnAddressIsRefusedAndNotRepeated() throws Exception {
        for (String line : List.of(
                "store.url = jdbc:postgresql://u:canary@h/d",
                "store.url = jdbc:postgresql://h/d?password=canary",
                "tsa.url = https://u:canary@h/",
                "tsa.url = https://u:a@canary@h/x?y")) {
            Files.writeString(user, line);
            VigilException e = assertThrows(VigilException.class, this::load, line);
            assertFalse(Texts.render(e.why().get(0), Lang.EN).contains("canary"), line);
        }
    }

    @Test
    void pathsAreRelativeToTheFileThatNamesThem() throws Exception {
        Files.writeString(user, "store.password-file = ../pg.pass\nextract.dir = /srv/evidence\n");
        Config config = load();
        assertEquals(folder.resolve("home/pg.pass"), config.path(Setting.STORE_PASSWORD_FILE));
        assertEquals(Path.of("/srv/evidence"), config.packages());
        assertNull(config.path(Setting.SECRET_PASSPHRASE_FILE));
    }

    @Test
    void aFileNamedByAFlagMustBeThereAndBeText() throws Exception {
        VigilException missing = assertThrows(VigilException.class, () -> load(folder.resolve("none.conf")));
        assertEquals(ConfigText.FILE_MISSING, missing.why().get(0).key());
        Files.write(user, new byte[] {'l', '=', (byte) 0xff});
        assertEquals(
                ConfigText.FILE_UNREADABLE,
                assertThrows(VigilException.class, this::load).why().get(0).key());
    }

    @Test
    void theLanguageIsTheOneSetElseEnglishForEnglishUsersElseVietnamese() {
        assertEquals(Lang.VI, load().lang());
        world.environment("LANG", "en_GB.UTF-8");
        assertEquals(Lang.EN, load().lang());
        world.environment("VIGIL_ORIG_LANG", "de_DE.UTF-8");
        assertEquals(Lang.VI, load().lang());
        world.environment("VIGIL_LANG", "en");
        assertEquals(Lang.EN, load().lang());
        assertEquals(Lang.EN, Config.langOf(world, null));
        assertEquals(Lang.VI, Config.langOf(world, "vi"));
        assertEquals(Lang.VI, load().with(Setting.LANG, "vi").lang());
    }

    @Test
    void durationsAreReadStrictly() {
        assertEquals(Duration.ofMillis(500), Values.duration("500ms"));
        assertEquals(Duration.ofMinutes(90), Values.duration("1h30m"));
        assertEquals(Duration.ofDays(2), Values.duration("2d"));
        for (String bad : List.of("", "0s", "5", "s", "1x", "-1s", "1 s", "1h30", "999999999999s", "1.5s")) {
            assertNull(Values.duration(bad), bad);
        }
    }

    @Test
    void everyPlaceIsUnderTheHomeOrWhereXdgSays() {
        Home one = Home.of(world, folder.resolve("flag"));
        for (Path p : List.of(
                one.configFile(),
                one.storeFile(),
                one.trust(),
                one.keys(),
                one.secret(),
                one.packages(),
                one.partial(),
                one.log(),
                one.cache())) {
            assertTrue(p.startsWith(folder.resolve("flag")), p::toString);
        }
        TestWorld login = TestWorld.create()
                .environment("HOME", "/home/duty")
                .environment("XDG_STATE_HOME", "/var/state")
                .environment("XDG_CACHE_HOME", "relative/is/ignored");
        Home xdg = Home.of(login, null);
        assertNull(xdg.root());
        assertEquals(Path.of("/home/duty/.config/vigil/vigil.conf"), xdg.configFile());
        assertEquals(Path.of("/home/duty/.local/share/vigil/store/vigil.db"), xdg.storeFile());
        assertEquals(Path.of("/var/state/vigil/log"), xdg.log());
        assertEquals(Path.of("/home/duty/.cache/vigil"), xdg.cache());
        assertEquals(Path.of("/etc/vigil/vigil.conf"), xdg.machineConfigFile());
    }
}
