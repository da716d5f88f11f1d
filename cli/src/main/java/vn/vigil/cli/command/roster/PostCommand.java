package vn.vigil.cli.command.roster;

import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.camera.Camera;
import vn.vigil.roster.book.BookColumn;

/** What is said of a post. */
abstract class PostCommand extends BookCommand {
    @Parameters(index = "0", paramLabel = "POST")
    private String id;

    @Option(names = "--name", paramLabel = "NAME")
    private String name;

    @Option(names = "--zone", paramLabel = "GROUP")
    private String zone;

    @Option(names = "--from", paramLabel = "DATE")
    private String from;

    @Option(names = "--until", paramLabel = "DATE")
    private String until;

    /** Collects what was said. */
    final void collect() {
        said(BookColumn.ID, "POST", id);
        said(BookColumn.NAME, name);
        said(BookColumn.ZONE, zone);
        said(BookColumn.FROM, from);
        said(BookColumn.UNTIL, until);
    }

    /** Tells a zone that is no group of any camera: by and by it may be one. */
    final void tellZone() {
        List<Camera> cameras = vigil().cameras().list();
        boolean known = zone == null || zone.isBlank() || cameras.isEmpty();
        for (Camera camera : cameras) {
            known |= zone != null && camera.card().groups().contains(zone.strip());
        }
        if (!known) {
            note(BookViewText.NO_SUCH_ZONE.with(zone));
        }
    }
}
