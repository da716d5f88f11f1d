package vn.vigil.cli.command.camera;

import java.util.List;
import picocli.CommandLine.Command;
import vn.vigil.base.MessageKey;
import vn.vigil.camera.Camera;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.RowView;
import vn.vigil.cli.view.Tone;

/** {@code vigil camera list}: the inventory. The verb whose start-up is measured: it loads no more than it needs. */
@Command(name = "list")
public final class CameraListCommand extends ListCommand {
    @Override
    protected ExitCode run() {
        List<Camera> cameras = vigil().cameras().list();
        if (cameras.isEmpty()) {
            note(CameraViewText.LIST_EMPTY.with());
        }
        out().list("camera.list", "cameras", cameras, new CameraRow());
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE);
    }

    private static final class CameraRow implements RowView<Camera> {
        @Override
        public String[] columns() {
            return new String[] {"id", "name", "essential", "place", "url", "onvif"};
        }

        @Override
        public MessageKey[] headings() {
            return new MessageKey[] {
                CameraViewText.ID,
                CameraViewText.NAME,
                CameraViewText.ESSENTIAL,
                CameraViewText.PLACE,
                CameraViewText.ADDRESS
            };
        }

        @Override
        public void cells(Camera c, Cells cells) {
            cells.add(c.id().value()).add(c.name());
            if (cells.forPeople()) {
                cells.add(c.essential() ? "●" : "", Tone.STRONG).add(c.place());
                cells.add(c.url() != null ? c.url() : c.onvif(), Tone.FAINT);
            } else {
                cells.add(c.essential() ? "yes" : "no")
                        .add(c.place())
                        .add(c.url())
                        .add(c.onvif());
            }
        }

        @Override
        public void json(Camera c, Json json) {
            CameraFields.json(c, json);
        }
    }
}
