package vn.vigil.cli.command.camera;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.Cleanup;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Format;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.sim.Authentication;
import vn.vigil.sim.Login;
import vn.vigil.sim.SimulatedCamera;
import vn.vigil.sim.SimulatedSite;
import vn.vigil.sim.SiteSpec;
import vn.vigil.sim.TrainingRequest;
import vn.vigil.sim.Vendor;

/**
 * {@code vigil camera simulate}: serves cameras that are not there, on this machine only, until Ctrl-C or for a while. Needs no
 * store and changes nothing.
 */
@Command(name = "simulate")
public final class CameraSimulateCommand extends ListCommand {
    private static final String DEFAULT_RECORDED = "30m";
    private static final Duration LONG = Duration.ofDays(1);

    @Option(names = "--cameras", paramLabel = "N")
    private Integer cameras;

    @Option(names = "--name", paramLabel = "CAMERA")
    private List<String> names = List.of();

    @Option(names = "--fault", paramLabel = "CAMERA:FAULT")
    private List<String> faults = List.of();

    @Option(names = "--vendor", paramLabel = "VENDOR")
    private Vendor vendor = Vendor.NONE;

    @Option(names = "--auth", paramLabel = "WAY")
    private Authentication authentication = Authentication.DIGEST_MD5;

    @Option(names = "--login", paramLabel = "USER")
    private String login;

    @Option(names = "--password-file", paramLabel = "FILE")
    private Path passwordFile;

    @Option(names = "--clock-offset", paramLabel = "LENGTH")
    private String clockOffset;

    @Option(names = "--record", paramLabel = "LENGTH")
    private String recorded = DEFAULT_RECORDED;

    @Option(names = "--gap", paramLabel = "FROM..TO")
    private List<String> gaps = List.of();

    @Option(names = "--for", paramLabel = "LENGTH")
    private String length;

    @Override
    protected ExitCode run() throws Exception {
        Duration lasts = length == null ? null : duration(length);
        Instant now = world().now();
        SiteSpec spec = request().site(now);
        if (dryRun()) {
            note(SimulateText.WOULD_SERVE.with(spec.cameras().size()));
            return ExitCode.OK;
        }
        try (SimulatedSite site = SimulatedSite.start(world(), spec);
                AutoCloseable forget = Cleanup.onInterrupt(site::close)) {
            show(site);
            note(
                    lasts == null
                            ? SimulateText.UNTIL_STOPPED.with(spec.cameras().size())
                            : SimulateText.FOR_A_WHILE.with(spec.cameras().size(), length));
            serve(lasts);
        }
        return ExitCode.OK;
    }

    /** Ctrl-C ends the process itself, with 130; {@link Cleanup} closes the site then. */
    private void serve(Duration lasts) {
        if (lasts != null) {
            world().sleep(lasts);
            return;
        }
        while (!Thread.currentThread().isInterrupted()) {
            world().sleep(LONG);
        }
    }

    private void show(SimulatedSite site) {
        SimulatedRow row = new SimulatedRow(passwordFile == null ? null : passwordFile.toAbsolutePath(), homeFlag());
        Out out = out();
        List<SimulatedCamera> all = site.cameras();
        out.list("camera.simulate", "cameras", all, row);
        if (out.format() == Format.TABLE) {
            if (vendor != Vendor.NONE) {
                out.line("").line(SimulateText.VENDOR_ADDRESSES.with(vendor.word()), Tone.FAINT);
                for (SimulatedCamera camera : all) {
                    out.line("  " + camera.spec().id() + "  "
                            + camera.vendorAddresses().http());
                    out.line("  " + camera.spec().id() + "  "
                            + camera.vendorAddresses().live());
                    out.line("  " + camera.spec().id() + "  "
                            + camera.vendorAddresses().playback());
                }
            }
            out.line("").line(SimulateText.TYPE.with(), Tone.FAINT);
            for (SimulatedCamera camera : all) {
                out.line("  " + row.add(camera));
            }
        }
        // Whoever waits for the addresses reads them while this goes on running.
        out.flush();
    }

    private TrainingRequest request() {
        if ((login == null) != (passwordFile == null)) {
            throw new VigilException(ErrorKind.USAGE, "VG-SIM-LOGIN", SimulateText.HALF_A_LOGIN.with());
        }
        return new TrainingRequest(
                cameras == null ? 0 : cameras < 1 ? -1 : cameras,
                names,
                faults,
                vendor,
                authentication,
                login == null ? null : new Login(login, new String(vigil().secretFile(passwordFile))),
                offset(),
                recorded.equals("0") ? null : duration(recorded),
                gaps());
    }

    private Duration offset() {
        if (clockOffset == null) {
            return Duration.ZERO;
        }
        String text = clockOffset.strip();
        if (text.startsWith("-")) {
            return duration(text.substring(1)).negated();
        }
        return duration(text.startsWith("+") ? text.substring(1) : text);
    }

    private List<TimeSpan> gaps() {
        List<TimeSpan> spans = new ArrayList<>();
        for (String text : gaps) {
            int dots = text.indexOf("..");
            if (dots < 0) {
                throw new VigilException(ErrorKind.USAGE, "VG-SIM-GAP", SimulateText.BAD_GAP.with(text))
                        .next(SimulateText.GAP_FORM.with());
            }
            spans.add(span(text.substring(0, dots), text.substring(dots + 2), null));
        }
        return spans;
    }
}
