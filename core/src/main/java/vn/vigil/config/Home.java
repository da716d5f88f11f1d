package vn.vigil.config;

import java.nio.file.Path;
import vn.vigil.base.World;

/**
 * Where a site's files lie. Immutable; nothing is created by asking.
 *
 * <p>With {@code --home DIR} or {@code VIGIL_HOME=DIR} everything stands under that one folder. Without, the XDG base
 * directories hold: configuration in {@code $XDG_CONFIG_HOME/vigil}; the store, keys, secrets, trusted roots, packages and
 * unfinished packages in {@code $XDG_DATA_HOME/vigil} (a package is finished by a rename, so both must share a disk); logs in
 * {@code $XDG_STATE_HOME/vigil}; caches in {@code $XDG_CACHE_HOME/vigil}. Relative values of those variables are ignored, as
 * the XDG specification says.
 */
public final class Home {
    private final Path root;
    private final Path config;
    private final Path data;
    private final Path state;
    private final Path cache;
    private final Path etc;

    private Home(Path root, Path config, Path data, Path state, Path cache, Path etc) {
        this.root = root;
        this.config = config;
        this.data = data;
        this.state = state;
        this.cache = cache;
        this.etc = etc;
    }

    /**
     * The home of this process.
     *
     * @param flag value of {@code --home}, or null
     */
    public static Home of(World world, Path flag) {
        String etcText = world.environment().get("VIGIL_ETC");
        Path etc = Path.of(etcText == null || etcText.isEmpty() ? "/etc/vigil" : etcText);
        String text = world.environment().get("VIGIL_HOME");
        Path root = flag != null ? flag : text == null || text.isEmpty() ? null : Path.of(text);
        if (root != null) {
            Path r = root.toAbsolutePath().normalize();
            return new Home(r, r.resolve("config"), r, r, r.resolve("cache"), etc);
        }
        String user = world.environment().get("HOME");
        Path login = Path.of(user == null || user.isEmpty() ? System.getProperty("user.home") : user);
        return new Home(
                null,
                xdg(world, "XDG_CONFIG_HOME", login.resolve(".config")),
                xdg(world, "XDG_DATA_HOME", login.resolve(".local/share")),
                xdg(world, "XDG_STATE_HOME", login.resolve(".local/state")),
                xdg(world, "XDG_CACHE_HOME", login.resolve(".cache")),
                etc);
    }

    private static Path xdg(World world, String name, Path fallback) {
        String text = world.environment().get(name);
        Path base = text != null && text.startsWith("/") ? Path.of(text) : fallback;
        return base.resolve("vigil");
    }

    /** The one folder that holds everything, or null when the XDG directories hold. */
    public Path root() {
        return root;
    }

    /** The user's settings file; need not exist. */
    public Path configFile() {
        return config.resolve("vigil.conf");
    }

    /** The machine's settings file, {@code /etc/vigil/vigil.conf} unless {@code VIGIL_ETC} names another folder. */
    public Path machineConfigFile() {
        return etc.resolve("vigil.conf");
    }

    /** The embedded database. Its folder also holds its lock and its backups. */
    public Path storeFile() {
        return data.resolve("store").resolve("vigil.db");
    }

    /** Trusted roots: {@code root.pem} for signers, further {@code *.pem} for timestamp authorities. */
    public Path trust() {
        return data.resolve("trust");
    }

    /** The department's and persons' key files (PKCS#12). */
    public Path keys() {
        return data.resolve("keys");
    }

    /** The vault and its key. */
    public Path secret() {
        return data.resolve("secret");
    }

    /** Finished evidence packages. */
    public Path packages() {
        return data.resolve("packages");
    }

    /** Scans of signed papers, under their fingerprints. */
    public Path scans() {
        return data.resolve("scans");
    }

    /** Packages being made; on the same disk as {@link #packages()}. */
    public Path partial() {
        return data.resolve("partial");
    }

    /** Footage that is held, encrypted, one folder a hold. */
    public Path holds() {
        return data.resolve("holds");
    }

    /** The site's own templates of papers, {@code <name>.<lang>.md}; need not exist. */
    public Path templates() {
        return config.resolve("templates");
    }

    public Path log() {
        return state.resolve("log");
    }

    /** What may be deleted at any time. */
    public Path cache() {
        return cache;
    }
}
