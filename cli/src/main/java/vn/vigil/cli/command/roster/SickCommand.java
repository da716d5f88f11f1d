package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.roster.watch.ReportSick;
import vn.vigil.roster.watch.Sick;

/** {@code vigil roster sick}: somebody cannot come from now on, and who may stand in. */
@Command(name = "sick")
public final class SickCommand extends WatchCommand {
    @Parameters(paramLabel = "PERSON")
    private String person;

    @Option(names = "--now")
    private boolean now;

    @Option(names = "--until", paramLabel = "TIME")
    private String until;

    @Option(names = "--replace", paramLabel = "PERSON")
    private String replace;

    @Option(names = "--reason", paramLabel = "TEXT")
    private String reason;

    @Override
    protected ExitCode run() {
        if (!now) {
            throw new VigilException(ErrorKind.USAGE, "VG-WATCH-NOW", WatchViewText.SAY_NOW.with("sick"))
                    .next(WatchViewText.NEXT_LEAVE_ADD.with(person));
        }
        Sick sick = vigil().watch().sick(actor(), new ReportSick(person, time(until), replace, reason));
        tell("roster.sick", sick, new SickView(dryRun()));
        return ExitCode.OK;
    }

    private record SickView(boolean dryRun) implements View<Sick> {
        @Override
        public void text(Sick s, Out out) {
            WatchViewText what = s.unchanged()
                    ? WatchViewText.SICK_UNCHANGED
                    : dryRun ? WatchViewText.WOULD_SICK : WatchViewText.SICK;
            out.line(
                    what.with(
                            s.person().name(),
                            out.time(s.leave().span().to()),
                            s.leave().id()),
                    Tone.STRONG);
            for (Sick.Opened o : s.opened()) {
                out.line(WatchViewText.OPENS.with(
                        o.duty().slot().key(),
                        out.time(o.part().from()),
                        out.time(o.part().to())));
                if (o.replacement() != null) {
                    out.line(
                            (dryRun ? WatchViewText.WOULD_REPLACE : WatchViewText.REPLACED)
                                    .with(
                                            o.replacement().name(),
                                            MissingView.phone(o.replacement().phone())),
                            Tone.GOOD);
                } else {
                    MissingView.standIns(o.standIns(), out);
                }
            }
        }

        @Override
        public void json(Sick s, Json json) {
            json.field("outcome", s.unchanged() ? "unchanged" : dryRun ? "would-write" : "written");
            StandRow.person(json, s.person());
            json.field("leave", s.leave().id().toString())
                    .field("until", s.leave().span().to())
                    .array("opened");
            for (Sick.Opened o : s.opened()) {
                json.object()
                        .field("slot", o.duty().slot().key().toString())
                        .field("from", o.part().from())
                        .field("to", o.part().to())
                        .field(
                                "replacement",
                                o.replacement() == null
                                        ? null
                                        : o.replacement().id().value());
                MissingView.standIns(o.standIns(), json);
                json.end();
            }
            json.end();
        }
    }
}
