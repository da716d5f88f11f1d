package vn.vigil.cli.terminal;

import java.util.Map;

/** When colour is on: asked for, or a capable terminal that nobody asked to stay plain. */
public enum Colour {
    AUTO,
    ALWAYS,
    NEVER;

    /**
     * @param terminal whether the stream is one
     * @param environment {@code NO_COLOR} set to anything, or {@code TERM=dumb}, turns automatic colour off
     */
    public boolean on(boolean terminal, Map<String, String> environment) {
        return switch (this) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO ->
                terminal
                        && environment.getOrDefault("NO_COLOR", "").isEmpty()
                        && !"dumb".equals(environment.get("TERM"));
        };
    }
}
