package vn.vigil.app;

import java.nio.file.Path;
import java.time.ZoneId;
import vn.vigil.base.World;
import vn.vigil.config.Config;
import vn.vigil.config.Home;
import vn.vigil.config.Setting;
import vn.vigil.ledger.Ledger;
import vn.vigil.secret.Vault;
import vn.vigil.store.Store;
import vn.vigil.text.Lang;

/**
 * One opened site. Each part is built when it is first asked for, so that a verb loads only what it uses. Not safe for several
 * threads.
 */
public final class Vigil implements AutoCloseable {
    private final World world;
    private final Options options;
    private Home home;
    private Config config;
    private Store store;
    private Ledger ledger;
    private Vault vault;

    private Vigil(World world, Options options) {
        this.world = world;
        this.options = options;
    }

    /**
     * What the command line says about the site; each is null for "not said".
     *
     * @param home the one folder of {@code --home}; null for {@code VIGIL_HOME} or the user's own folders
     * @param config the settings file of {@code --config}
     * @param lang the language of {@code --lang}
     */
    public record Options(Path home, Path config, Lang lang) {}

    /** Opens lazily: nothing is read before it is asked for. */
    public static Vigil open(World world, Options options) {
        return new Vigil(world, options);
    }

    public World world() {
        return world;
    }

    /** Where the site's files lie. */
    public Home home() {
        if (home == null) {
            home = Home.of(world, options.home());
        }
        return home;
    }

    /**
     * The settings.
     *
     * @throws vn.vigil.base.VigilException USAGE, naming every fault of every settings file
     */
    public Config config() {
        if (config == null) {
            Config read = Config.load(world, home(), options.config());
            config = options.lang() == null ? read : read.with(Setting.LANG, options.lang().tag());
        }
        return config;
    }

    /** The site's zone. */
    public ZoneId zone() {
        return config().zone();
    }

    /**
     * The store, open.
     *
     * @throws vn.vigil.base.VigilException NO_STORE when there is none here
     */
    public Store store() {
        if (store == null) {
            store = Store.open(home(), config(), world);
        }
        return store;
    }

    /** Makes the store where there is none, or brings it up to this program's version; for {@code init}. */
    public Store createStore() {
        if (store == null) {
            store = Store.create(home(), config(), world);
        }
        return store;
    }

    public Ledger ledger() {
        if (ledger == null) {
            ledger = new Ledger(store(), world);
        }
        return ledger;
    }

    public Vault vault() {
        if (vault == null) {
            vault = new Vault(home(), config(), world);
        }
        return vault;
    }

    @Override
    public void close() {
        if (store != null) {
            store.close();
            store = null;
        }
    }
}
