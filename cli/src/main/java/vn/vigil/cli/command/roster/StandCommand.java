package vn.vigil.cli.command.roster;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.camera.Card;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Format;
import vn.vigil.roster.watch.Stand;
import vn.vigil.roster.watch.StandFilter;

/** Who is on watch: one line a post and seat. On the way of quick verbs. */
abstract class StandCommand extends CommandBase {
    @Option(names = "--post", paramLabel = "POST")
    private String post;

    @Option(names = "--camera", paramLabel = "CAMERA")
    private String camera;

    @Option(names = "--format", paramLabel = "FORM")
    private String form;

    final StandFilter filter() {
        Set<String> zones = null;
        if (camera != null) {
            Card card = vigil().cameras().find(camera).card();
            zones = new HashSet<>(card.groups());
            zones.add(card.site());
        }
        return post == null && zones == null ? StandFilter.ALL : new StandFilter(post, zones);
    }

    @Override
    protected final Format format() {
        if (form == null || form.indexOf('{') >= 0) {
            return null;
        }
        for (Format format : Format.values()) {
            if (format != Format.JSON && format.word().equals(form)) {
                return format;
            }
        }
        throw new VigilException(ErrorKind.USAGE, "VG-WATCH-FORMAT", WatchViewText.BAD_FORMAT.with(form))
                .next(WatchViewText.FORMAT_FIELDS.with(StandTemplate.FIELDS));
    }

    final void show(String schema, List<Stand> stands, boolean next) {
        Instant at = world().now();
        if (form != null && form.indexOf('{') >= 0 && !json()) {
            for (Stand stand : stands) {
                out().line(StandTemplate.fill(form, stand, out()));
            }
        } else {
            out().list(schema, "seats", stands, new StandRow(out(), next, at));
        }
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.NOT_FOUND);
    }
}
