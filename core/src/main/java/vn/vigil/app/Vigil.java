package vn.vigil.app;

import java.nio.file.Path;
import java.time.ZoneId;
import vn.vigil.base.World;
import vn.vigil.text.Lang;

/**
 * One opened site. Each part is built when it is first asked for, so that a verb loads only what it uses. Not safe for several
 * threads.
 */
public final class Vigil implements AutoCloseable {
    private final World world;
    private final Options options;

    private Vigil(World world, Options options) {
        this.world = world;
        this.options = options;
    }

    /**
     * What the command line says about where the site lies; each may be null for "not said".
     *
     * @param home the one folder of {@code --home}; null for {@code VIGIL_HOME} or the user's own folders
     * @param config the settings file of {@code --config}
     */
    public record Options(Path home, Path config) {}

    /** Opens lazily: nothing is read before it is asked for. */
    public static Vigil open(World world, Options options) {
        return new Vigil(world, options);
    }

    public World world() {
        return world;
    }

    public Options options() {
        return options;
    }

    /** The site's zone. */
    public ZoneId zone() {
        return world.zone();
    }

    /** The language of the settings; null when none is set. */
    public Lang lang() {
        return null;
    }

    @Override
    public void close() {}
}
