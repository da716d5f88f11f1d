package vn.vigil.cli.generate;

import java.io.InputStream;
import java.io.OutputStream;
import vn.vigil.app.Rehearsal;
import vn.vigil.base.World;
import vn.vigil.cli.Main;
import vn.vigil.cli.terminal.Streams;
import vn.vigil.sim.CameraSpec;
import vn.vigil.sim.SimulatedSite;
import vn.vigil.sim.SiteSpec;

/** Walks through the quick verbs once, in a throw-away home, so that the start-up archive knows their classes. */
public final class Training {
    private Training() {}

    public static void main(String[] args) {
        String home = args[0];
        String[][] lines = {
            {"version"},
            {"version", "--json"},
            {"init", "--no-input"},
            {"init", "--no-input", "--dry-run", "--lang", "vi"},
            {"camera", "add", "gate-1", "--url", "rtsp://192.0.2.1/a", "--no-input"},
            {"camera", "add", "gate-2", "--url", "rtsp://192.0.2.2/a", "--name", "Cổng sau", "--no-input"},
            {"camera", "list"},
            {"camera", "list", "--format", "table", "--lang", "vi"},
            {"camera", "list", "--format", "csv"},
            {"camera", "list", "--json"},
            {"camera", "show", "gate-1"},
            {"config", "show", "--origin"},
            {"config", "show", "--json"},
            {"roster", "member", "add", "an", "--name", "An"},
            {"roster", "member", "list"},
            {"roster", "setup"},
            {"roster", "now"},
            {"roster", "now", "--json"},
            {"roster", "next"},
            {"roster", "check", "--month", "2026-12"},
            {"ledger", "verify"},
            {"ledger", "verify", "--json"},
            {"incident", "list"},
            {"extract", "list", "--json"},
            {"camera", "lst"},
            {"camera", "list", "--jsn", "--lang", "en"},
            {"--help"},
            {"camera", "list", "--help", "--lang", "en"},
            {"help", "exit-codes"},
        };
        Streams nowhere = new Streams(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream(),
                false,
                false,
                false);
        for (String[] line : lines) {
            run(nowhere, home, line);
        }
        // A check, with a camera to look at; and what its decoding process does.
        try (SimulatedSite site = SimulatedSite.start(World.real(), SiteSpec.of(CameraSpec.of("yard")))) {
            String url = site.camera("yard").liveUrl().toString();
            run(nowhere, home, "camera", "add", "yard", "--url", url, "--no-input");
            run(nowhere, home, "camera", "check", "yard", "--format", "plain");
            run(nowhere, home, "camera", "check", "yard", "--json");
        }
        Rehearsal.decode();
        // Once through the process's own streams, as a real start goes.
        Main.main(new String[] {"version", "--home", home});
    }

    private static void run(Streams streams, String home, String... line) {
        String[] all = java.util.Arrays.copyOf(line, line.length + 2);
        all[line.length] = "--home";
        all[line.length + 1] = home;
        Main.run(all, streams, World.real());
    }
}
