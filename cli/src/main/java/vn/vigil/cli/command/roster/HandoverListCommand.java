package vn.vigil.cli.command.roster;

import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.base.MessageKey;
import vn.vigil.base.TimeSpan;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.RowView;
import vn.vigil.cli.view.Tone;
import vn.vigil.roster.watch.Handover;

/** {@code vigil roster handover list}: what was handed over, late, or waits. */
@Command(name = "list")
public final class HandoverListCommand extends ListCommand {
    @Option(names = "--from", paramLabel = "TIME")
    private String from;

    @Option(names = "--to", paramLabel = "TIME")
    private String to;

    @Override
    protected ExitCode run() {
        Instant start = from == null
                ? date("today").minusDays(7).atStartOfDay(vigil().zone()).toInstant()
                : instant(from);
        Instant end = to == null ? world().now().plusSeconds(2 * 86_400) : instant(to);
        List<Handover> some =
                vigil().watch().handovers(new TimeSpan(start, end.isAfter(start) ? end : start.plusSeconds(1)));
        if (some.isEmpty()) {
            note(WatchViewText.NO_HANDOVERS.with());
        }
        out().list("roster.handover.list", "handovers", some, new HandoverRow(out()));
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE);
    }

    private record HandoverRow(Out out) implements RowView<Handover> {
        @Override
        public String[] columns() {
            return new String[] {
                "id", "state", "slot", "from", "due", "acceptedBy", "acceptedAt", "proof", "lateMinutes", "openMatters"
            };
        }

        @Override
        public MessageKey[] headings() {
            return new MessageKey[] {
                WatchViewText.ENTRY,
                WatchViewText.STATE,
                WatchViewText.SLOT,
                WatchViewText.HANDS_OVER,
                WatchViewText.DUE,
                WatchViewText.TAKES_OVER,
                WatchViewText.LATE
            };
        }

        @Override
        public void cells(Handover h, Cells cells) {
            Tone tone =
                    switch (h.state()) {
                        case OPEN, LATE -> Tone.WARNING;
                        case ACCEPTED -> Tone.GOOD;
                        case CLOSED -> Tone.FAINT;
                    };
            cells.add(h.id().toString())
                    .add(
                            cells.forPeople()
                                    ? out.text(h.state().with())
                                    : h.state().id(),
                            tone)
                    .add(h.slot().toString())
                    .add(h.from() == null ? "–" : h.from().value())
                    .add(out.time(h.due()));
            String by = h.accepted() == null || h.accepted().by() == null
                    ? null
                    : h.accepted().by().value();
            if (cells.forPeople()) {
                cells.add(by == null ? "–" : by)
                        .add(h.lateMinutes() == 0 ? "–" : out.text(WatchViewText.MINUTES.with(h.lateMinutes())));
                return;
            }
            cells.add(by)
                    .add(h.accepted() == null ? null : out.time(h.accepted().at()))
                    .add(h.accepted() == null ? null : h.accepted().proof().word())
                    .add(h.lateMinutes())
                    .add(h.facts().size());
        }

        @Override
        public void json(Handover h, Json json) {
            HandoverView.fields(h, json);
        }
    }
}
