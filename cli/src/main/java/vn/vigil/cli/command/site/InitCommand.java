package vn.vigil.cli.command.site;

import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.app.Setup;
import vn.vigil.base.MessageKey;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.people.SiteProfile;

/** {@code vigil init}: makes a working site; asks for its names at a terminal. */
@Command(name = "init")
public final class InitCommand extends CommandBase {
    @Option(names = "--body", paramLabel = "NAME")
    private String body;

    @Option(names = "--superior", paramLabel = "NAME")
    private String superior;

    @Option(names = "--place", paramLabel = "NAME")
    private String place;

    @Option(names = "--ward-police", paramLabel = "NAME")
    private String police;

    @Option(names = "--track-from", paramLabel = "DATE")
    private String trackFrom;

    @Override
    protected boolean plain() {
        return true;
    }

    @Override
    protected ExitCode run() {
        Setup setup = new Setup(vigil());
        if (interactive() && !dryRun()) {
            ask(setup.site());
        }
        LocalDate from = trackFrom == null ? null : date(trackFrom);
        Setup.Result result = setup.run(new Setup.Request(body, superior, place, police, from, dryRun()));
        if (!quiet() || json()) {
            out().show("init", result, new SetupView(dryRun(), homeFlag()));
        }
        return ExitCode.OK;
    }

    /** Asks for what no flag said, unless the names were confirmed before. */
    private void ask(SiteProfile there) {
        if (there != null && there.confirmed()) {
            return;
        }
        LocalDate today = LocalDate.ofInstant(world().now(), vigil().zone());
        SiteProfile offered = there == null ? SiteProfile.byDefault(today) : there;
        body = ask(body, SiteText.ASK_BODY, offered.body(), "--body");
        superior = ask(superior, SiteText.ASK_SUPERIOR, offered.superiorBody(), "--superior");
        place = ask(place, SiteText.ASK_PLACE, offered.place().equals("…") ? null : offered.place(), "--place");
        police = ask(police, SiteText.ASK_POLICE, offered.wardPolice(), "--ward-police");
        trackFrom = ask(trackFrom, SiteText.ASK_TRACK, offered.trackFrom().toString(), "--track-from");
    }

    private String ask(String given, MessageKey question, String offered, String flag) {
        return given != null ? given : prompt().ask(question.with(), offered, flag);
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.CONFLICT);
    }

    private record SetupView(boolean dryRun, String homeFlag) implements View<Setup.Result> {
        @Override
        public void text(Setup.Result r, Out out) {
            out.line(
                    (dryRun ? SiteText.WOULD_MAKE : r.changed() ? SiteText.MADE : SiteText.UNCHANGED).with(),
                    Tone.STRONG);
            SiteProfile s = r.site();
            pair(out, SiteText.SETTINGS, r.settings().toString());
            pair(out, SiteText.STORE, r.store());
            pair(out, SiteText.BODY, s.body());
            pair(out, SiteText.SUPERIOR_BODY, s.superiorBody());
            pair(out, SiteText.PLACE, s.place());
            pair(out, SiteText.WARD_POLICE, s.wardPolice());
            pair(out, SiteText.TRACK_FROM, s.trackFrom().toString());
            if (!s.confirmed()) {
                out.line(SiteText.NOT_CONFIRMED.with(), Tone.WARNING);
            }
            out.line(SiteText.NEXT.with());
            for (String command : next()) {
                out.line("  " + command);
            }
        }

        private static void pair(Out out, SiteText name, String value) {
            out.pair(out.text(name.with()), 18, value);
        }

        private List<String> next() {
            return List.of(
                    "vigil roster member add an --name 'Nguyễn Văn An' --office team-leader" + homeFlag,
                    "vigil camera add gate-1 --url rtsp://192.0.2.10/stream1 --user admin --password-file FILE"
                            + homeFlag,
                    "vigil camera check" + homeFlag);
        }

        @Override
        public void json(Setup.Result r, Json json) {
            SiteProfile s = r.site();
            json.field("changed", r.changed())
                    .field("dryRun", dryRun)
                    .field("settings", r.settings().toString())
                    .field("settingsMade", r.settingsMade())
                    .field("store", r.store())
                    .field("storeMade", r.storeMade())
                    .object("site")
                    .field("body", s.body())
                    .field("superiorBody", s.superiorBody())
                    .field("place", s.place())
                    .field("wardPolice", s.wardPolice())
                    .field("trackFrom", s.trackFrom().toString())
                    .field("confirmed", s.confirmed())
                    .end()
                    .array("next");
            for (String command : next()) {
                json.value(command);
            }
            json.end();
        }
    }
}
