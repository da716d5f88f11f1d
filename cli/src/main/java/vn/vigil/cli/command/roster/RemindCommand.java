package vn.vigil.cli.command.roster;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.base.MessageKey;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.RowView;
import vn.vigil.roster.watch.Reminder;

/** {@code vigil roster remind}: for cron: tells people of duties that begin soon, each once. */
@Command(name = "remind")
public final class RemindCommand extends WatchCommand {
    @Option(names = "--before", paramLabel = "LENGTH")
    private String before = "24h";

    @Override
    protected ExitCode run() {
        List<Reminder> told = vigil().watch().remind(duration(before));
        if (told.isEmpty()) {
            note(WatchViewText.NOBODY_TO_REMIND.with());
        }
        if (!quiet() || json()) {
            out().list("roster.remind", "reminders", told, new ReminderRow(out()));
        }
        if (!told.isEmpty()) {
            deliver();
        }
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE);
    }

    private record ReminderRow(Out out) implements RowView<Reminder> {
        @Override
        public String[] columns() {
            return new String[] {"what", "member", "name", "slot", "post", "from", "to", "channels"};
        }

        @Override
        public MessageKey[] headings() {
            return new MessageKey[] {
                WatchViewText.TOLD,
                WatchViewText.NAME,
                WatchViewText.SLOT,
                WatchViewText.FROM,
                WatchViewText.UNTIL,
                WatchViewText.CHANNELS
            };
        }

        @Override
        public void cells(Reminder r, Cells cells) {
            String channels = String.join(" ", r.channels());
            if (cells.forPeople()) {
                cells.add(out.text(r.what().with()))
                        .add(r.person().name())
                        .add(r.duty().slot().key().toString())
                        .add(out.time(r.duty().span().from()))
                        .add(out.time(r.duty().span().to()))
                        .add(channels.isEmpty() ? out.text(WatchViewText.NO_CHANNEL.with()) : channels);
                return;
            }
            cells.add(r.what().id())
                    .add(r.person().id().value())
                    .add(r.person().name())
                    .add(r.duty().slot().key().toString())
                    .add(r.duty().slot().post().id())
                    .add(out.time(r.duty().span().from()))
                    .add(out.time(r.duty().span().to()))
                    .add(channels);
        }

        @Override
        public void json(Reminder r, Json json) {
            json.field("what", r.what().id())
                    .field("member", r.person().id().value())
                    .field("name", r.person().name())
                    .field("slot", r.duty().slot().key().toString())
                    .field("post", r.duty().slot().post().id())
                    .field("from", r.duty().span().from())
                    .field("to", r.duty().span().to())
                    .array("channels");
            for (String channel : r.channels()) {
                json.value(channel);
            }
            json.end();
        }
    }
}
