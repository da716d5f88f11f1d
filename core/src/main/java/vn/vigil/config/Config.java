package vn.vigil.config;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.text.Lang;
import vn.vigil.text.Viet;

/**
 * The settings of one run. For each the first of these that sets it holds: flag, environment ({@code VIGIL_STORE_URL} for
 * {@code store.url}), the file of {@code --config}, the user's file, the machine's file, the default. Immutable.
 */
public final class Config {
    /**
     * One setting as it holds.
     *
     * @param value null when unset and without default
     * @param origin {@code flag}, the environment variable's name, {@code FILE:LINE}, or {@code default}
     */
    public record Origin(Setting setting, String value, String origin) {}

    private final Home home;
    private final Map<Setting, Origin> set;
    private final String ownLocale;

    private Config(Home home, Map<Setting, Origin> set, String ownLocale) {
        this.home = home;
        this.set = set;
        this.ownLocale = ownLocale;
    }

    /**
     * Reads the environment and the files.
     *
     * @param extraFile value of {@code --config}, or null; must exist
     * @throws VigilException USAGE, naming every fault of every file at once, with file and line
     */
    public static Config load(World world, Home home, Path extraFile) {
        List<Message> faults = new ArrayList<>();
        Map<Setting, Origin> set = new EnumMap<>(Setting.class);
        // From the weakest to the strongest; later ones replace.
        ConfigFile.read(home.machineConfigFile(), false, set, faults);
        ConfigFile.read(home.configFile(), false, set, faults);
        if (extraFile != null) {
            ConfigFile.read(extraFile, true, set, faults);
        }
        Map<String, String> environment = world.environment();
        for (Setting setting : Setting.values()) {
            String value = environment.get(setting.variable());
            if (value != null && !value.isEmpty()) {
                put(set, faults, setting, Viet.nfc(value), setting.variable(), Path.of(""));
            }
        }
        refuse(faults);
        return new Config(home, set, ownLocale(environment));
    }

    /** These settings with one more, given by a flag. A null value changes nothing. */
    public Config with(Setting setting, String value) {
        if (value == null) {
            return this;
        }
        List<Message> faults = new ArrayList<>();
        Map<Setting, Origin> more = new EnumMap<>(Setting.class);
        more.putAll(set);
        put(more, faults, setting, Viet.nfc(value), "flag", Path.of(""));
        refuse(faults);
        return new Config(home, more, ownLocale);
    }

    /** Files the value if it is good, else tells the fault. Paths are taken relative to {@code base}. */
    static void put(
            Map<Setting, Origin> set, List<Message> faults, Setting setting, String value, String origin, Path base) {
        Message fault = Values.fault(setting, value, origin);
        if (fault != null) {
            faults.add(fault);
            return;
        }
        String kept = setting.kind() == Setting.Kind.PATH
                ? base.resolve(value).toAbsolutePath().normalize().toString()
                : value;
        set.put(setting, new Origin(setting, kept, origin));
    }

    static void refuse(List<Message> faults) {
        if (faults.isEmpty()) {
            return;
        }
        VigilException e = new VigilException(ErrorKind.USAGE, "VG-CONFIG-BROKEN", ConfigText.BROKEN.with());
        for (Message fault : faults) {
            e.why(fault);
        }
        throw e;
    }

    private static String ownLocale(Map<String, String> environment) {
        // The launcher sets LC_ALL for the JVM's sake and keeps the user's own value here.
        String own = environment.get("VIGIL_ORIG_LANG");
        return own != null ? own : environment.get("LANG");
    }

    public Home home() {
        return home;
    }

    /** The value as text; null when unset and without default. */
    public String text(Setting setting) {
        Origin origin = set.get(setting);
        return origin == null ? setting.byDefault() : origin.value();
    }

    /** A path, absolute; null when unset. */
    public Path path(Setting setting) {
        String text = text(setting);
        return text == null ? null : Path.of(text);
    }

    /** A duration, positive. */
    public Duration duration(Setting setting) {
        return Values.duration(text(setting));
    }

    /** A whole number, at least 1; only for settings of that kind. */
    public int count(Setting setting) {
        return Integer.parseInt(text(setting));
    }

    public boolean yes(Setting setting) {
        return "true".equals(text(setting));
    }

    public ZoneId zone() {
        return ZoneId.of(text(Setting.ZONE));
    }

    /** The id of {@link #zone()}; where nobody set a zone, it is told without loading the zones' data. */
    public String zoneId() {
        String text = text(Setting.ZONE);
        return text.equals(Setting.ZONE.byDefault()) ? text : zone().getId();
    }

    /** The language to speak: as set, else English when the user's own locale is English, else Vietnamese. */
    public Lang lang() {
        Lang chosen = Lang.of(text(Setting.LANG));
        return chosen != null ? chosen : byLocale(ownLocale);
    }

    /**
     * The language while settings cannot be read (they may be what is broken): flag, {@code VIGIL_LANG}, own locale.
     *
     * @param flag value of {@code --lang}, or null
     */
    public static Lang langOf(World world, String flag) {
        Lang chosen = Lang.of(flag);
        chosen = chosen != null ? chosen : Lang.of(world.environment().get("VIGIL_LANG"));
        return chosen != null ? chosen : byLocale(ownLocale(world.environment()));
    }

    private static Lang byLocale(String locale) {
        return Lang.of(locale) == Lang.EN ? Lang.EN : Lang.VI;
    }

    /** Where finished packages go. */
    public Path packages() {
        Path chosen = path(Setting.EXTRACT_DIR);
        return chosen != null ? chosen : home.packages();
    }

    /** Every setting with its value and origin, in the order of {@link Setting}. */
    public List<Origin> describe() {
        List<Origin> all = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            Origin origin = set.get(setting);
            all.add(origin != null ? origin : new Origin(setting, setting.byDefault(), "default"));
        }
        return all;
    }
}
