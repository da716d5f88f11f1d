package vn.vigil.cli.command.camera;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.base.MessageKey;
import vn.vigil.camera.Camera;
import vn.vigil.camera.CameraField;
import vn.vigil.camera.DriverKind;
import vn.vigil.camera.Removed;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.RowView;
import vn.vigil.cli.view.Tone;

/** {@code vigil camera list}: the inventory. The verb whose start-up is measured: it loads no more than it needs. */
@Command(name = "list")
public final class CameraListCommand extends ListCommand {
    @Option(names = "--group", paramLabel = "GROUP")
    private String group;

    @Option(names = "--site", paramLabel = "SITE")
    private String site;

    @Option(names = "--essential")
    private boolean essential;

    @Option(names = "--driver", paramLabel = "DRIVER")
    private DriverKind driver;

    @Option(names = "--removed")
    private boolean removed;

    /** @param removedAt null for a camera that is there */
    private record Listed(Camera camera, Instant removedAt) {}

    @Override
    protected ExitCode run() {
        List<Listed> rows = new ArrayList<>();
        if (removed) {
            for (Removed r : vigil().cameras().removed()) {
                add(rows, r.camera(), r.at());
            }
        } else {
            List<Camera> cameras = vigil().cameras().list();
            for (Camera c : cameras) {
                add(rows, c, null);
            }
            if (cameras.isEmpty()) {
                note(CameraViewText.LIST_EMPTY.with());
            }
        }
        out().list("camera.list", "cameras", rows, new CameraRow());
        return ExitCode.OK;
    }

    private void add(List<Listed> rows, Camera c, Instant removedAt) {
        if ((group == null || c.card().groups().contains(group))
                && (site == null || c.card().site().equals(site))
                && (!essential || c.essential())
                && (driver == null || c.route().driver() == driver)) {
            rows.add(new Listed(c, removedAt));
        }
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE);
    }

    private static final class CameraRow implements RowView<Listed> {
        /** The words of an inventory file, so that what is written as CSV can be imported again. */
        private static final CameraField[] FIELDS = {
            CameraField.NAME,
            CameraField.ESSENTIAL,
            CameraField.PLACE,
            CameraField.URL,
            CameraField.ONVIF,
            CameraField.SUB_URL,
            CameraField.DRIVER,
            CameraField.ADDRESS,
            CameraField.CHANNEL,
            CameraField.REPLAY_URL,
            CameraField.FOLDER,
            CameraField.USER,
            CameraField.BASIC_ALLOWED,
            CameraField.TLS_PIN,
            CameraField.GROUP,
            CameraField.SITE,
            CameraField.PURPOSE,
            CameraField.RETENTION,
            CameraField.INSTALLED,
            CameraField.SUPPLIER,
            CameraField.WARRANTY,
            CameraField.UPLINK
        };

        @Override
        public String[] columns() {
            String[] columns = new String[FIELDS.length + 1];
            columns[0] = "id";
            for (int i = 0; i < FIELDS.length; i++) {
                columns[i + 1] = FIELDS[i].word();
            }
            return columns;
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
        public void cells(Listed listed, Cells cells) {
            Camera c = listed.camera();
            cells.add(c.id().value());
            if (cells.forPeople()) {
                cells.add(c.name()).add(c.essential() ? "●" : "", Tone.STRONG).add(c.place());
                cells.add(address(c), Tone.FAINT);
                return;
            }
            for (CameraField field : FIELDS) {
                cells.add(field.text(c));
            }
        }

        private static String address(Camera c) {
            if (c.url() != null || c.onvif() != null) {
                return c.url() != null ? c.url() : c.onvif();
            }
            return c.route().address() != null ? c.route().address() : c.route().folder();
        }

        @Override
        public void json(Listed listed, Json json) {
            CameraFields.json(listed.camera(), json);
            json.field("removedAt", listed.removedAt());
        }
    }
}
