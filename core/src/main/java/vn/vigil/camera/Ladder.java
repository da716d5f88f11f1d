package vn.vigil.camera;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.World;

/** The rungs as they are climbed. What is found broken stays broken. One use, one thread. */
final class Ladder {
    private final World world;
    private final Map<Rung.Kind, Rung> rungs = new EnumMap<>(Rung.Kind.class);
    private final Map<Rung.Kind, List<Rung.Fact>> facts = new EnumMap<>(Rung.Kind.class);

    Ladder(World world) {
        this.world = world;
    }

    /** Notes something seen; nothing for null and for empty words. */
    void fact(Rung.Kind kind, Rung.Fact.Name name, Object value) {
        if (value != null && !value.equals("")) {
            facts.computeIfAbsent(kind, k -> new ArrayList<>()).add(new Rung.Fact(name, value));
        }
    }

    /** @param since when it was begun, on {@link World#nanos()} */
    void ok(Rung.Kind kind, long since) {
        set(kind, Rung.Outcome.OK, took(since), null);
    }

    void broken(Rung.Kind kind, Trouble trouble, long since) {
        set(kind, Rung.Outcome.BROKEN, took(since), trouble);
    }

    /** Broken without a try. */
    void broken(Rung.Kind kind, Trouble trouble) {
        set(kind, Rung.Outcome.BROKEN, null, trouble);
    }

    /** @param why may be null */
    void notReached(Rung.Kind kind, Trouble why) {
        set(kind, Rung.Outcome.NOT_REACHED, null, why);
    }

    void notApplicable(Rung.Kind kind) {
        set(kind, Rung.Outcome.NOT_APPLICABLE, null, null);
    }

    private void set(Rung.Kind kind, Rung.Outcome outcome, Duration took, Trouble trouble) {
        if (!isBroken(kind)) {
            rungs.put(kind, new Rung(kind, outcome, took, trouble, List.of()));
        }
    }

    boolean has(Rung.Kind kind) {
        return rungs.containsKey(kind);
    }

    boolean isOk(Rung.Kind kind) {
        return has(kind) && rungs.get(kind).outcome() == Rung.Outcome.OK;
    }

    boolean isBroken(Rung.Kind kind) {
        return has(kind) && rungs.get(kind).outcome() == Rung.Outcome.BROKEN;
    }

    private Duration took(long since) {
        return Duration.ofNanos(world.nanos() - since);
    }

    /** All rungs; those never spoken of were not reached. */
    List<Rung> rungs() {
        List<Rung> all = new ArrayList<>();
        for (Rung.Kind kind : Rung.Kind.values()) {
            Rung r = rungs.getOrDefault(kind, new Rung(kind, Rung.Outcome.NOT_REACHED, null, null, List.of()));
            all.add(new Rung(kind, r.outcome(), r.took(), r.trouble(), facts.getOrDefault(kind, List.of())));
        }
        return all;
    }
}
