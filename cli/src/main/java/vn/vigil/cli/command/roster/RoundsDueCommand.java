package vn.vigil.cli.command.roster;

import java.util.List;
import picocli.CommandLine.Command;
import vn.vigil.base.MessageKey;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.RowView;
import vn.vigil.cli.view.Tone;
import vn.vigil.roster.watch.RoundDue;

/** {@code vigil roster rounds due}: when each essential camera is to be checked again. */
@Command(name = "due")
public final class RoundsDueCommand extends ListCommand {
    @Override
    protected ExitCode run() {
        List<RoundDue> due = vigil().watch().roundsDue();
        if (due.isEmpty()) {
            note(WatchViewText.NO_ESSENTIAL.with());
        }
        out().list("roster.rounds.due", "cameras", due, new DueRow(out()));
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE);
    }

    private record DueRow(Out out) implements RowView<RoundDue> {
        @Override
        public String[] columns() {
            return new String[] {"camera", "overdue", "due", "lastAt", "lastBy"};
        }

        @Override
        public MessageKey[] headings() {
            return new MessageKey[] {
                WatchViewText.CAMERA, WatchViewText.DUE_AT, WatchViewText.LAST_CHECKED, WatchViewText.NAME
            };
        }

        @Override
        public void cells(RoundDue d, Cells cells) {
            cells.add(d.camera().value());
            String last = d.last() == null ? null : out.time(d.last().at());
            String by = d.last() == null ? null : d.last().member().value();
            if (cells.forPeople()) {
                cells.add(
                                d.overdue() ? out.text(WatchViewText.OVERDUE.with()) : out.time(d.due()),
                                d.overdue() ? Tone.WARNING : Tone.GOOD)
                        .add(last == null ? out.text(WatchViewText.NEVER.with()) : last)
                        .add(by == null ? "–" : by);
                return;
            }
            cells.add(d.overdue() ? "yes" : "no")
                    .add(d.due() == null ? null : out.time(d.due()))
                    .add(last)
                    .add(by);
        }

        @Override
        public void json(RoundDue d, Json json) {
            json.field("camera", d.camera().value())
                    .field("overdue", d.overdue())
                    .field("due", d.due())
                    .field("lastAt", d.last() == null ? null : d.last().at())
                    .field("lastBy", d.last() == null ? null : d.last().member().value());
        }
    }
}
