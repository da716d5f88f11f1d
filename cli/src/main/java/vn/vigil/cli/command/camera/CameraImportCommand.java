package vn.vigil.cli.command.camera;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CameraId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.camera.CameraField;
import vn.vigil.camera.ImportRequest;
import vn.vigil.camera.Imported;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.View;

/** {@code vigil camera import}: puts the cameras of a file into the inventory, all or none. Contacts nobody. */
@Command(name = "import")
public final class CameraImportCommand extends CommandBase {
    @Parameters(arity = "0..1", paramLabel = "FILE")
    private Path file;

    @Option(names = "--format", paramLabel = "FORM")
    private ImportRequest.Form form;

    @Option(names = "--update")
    private boolean update;

    @Option(names = "--template")
    private boolean template;

    @Override
    protected ExitCode run() {
        if (template) {
            template();
            return ExitCode.OK;
        }
        if (file == null) {
            throw new VigilException(ErrorKind.USAGE, "VG-CAMERA-IMPORT-FILE", CameraViewText.IMPORT_WHAT.with())
                    .next(CameraViewText.IMPORT_WHAT_NEXT.with());
        }
        ImportRequest request = new ImportRequest(file, form, update);
        Imported imported = vigil().cameras().importFile(request, actor());
        keepNames("camera", CameraFormCommand.ids(vigil().cameras()));
        tell("camera.import", imported, new ImportedView(dryRun(), update));
        return ExitCode.OK;
    }

    /** The columns, and two cameras to write one's own after: remarks, which an import passes over. */
    private void template() {
        StringBuilder header = new StringBuilder("id");
        for (CameraField field : CameraField.values()) {
            header.append(',').append(field.word());
        }
        String name = out().text(CameraViewText.EXAMPLE_NAME.with());
        out().line(header.toString());
        out().line("#gate-1," + name + ",rtsp://192.0.2.10/stream1,,,,,,,,,admin,gate-1.pw,,,yes");
        out().line("#gate-2," + name + " 2,,,192.0.2.11,,,,,,,admin,gate-2.pw");
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.CONFLICT);
    }

    private record ImportedView(boolean dryRun, boolean update) implements View<Imported> {
        @Override
        public void text(Imported i, Out out) {
            CameraViewText sentence = update
                    ? dryRun ? CameraViewText.WOULD_IMPORT_UPDATE : CameraViewText.IMPORTED_UPDATE
                    : dryRun ? CameraViewText.WOULD_IMPORT : CameraViewText.IMPORTED;
            out.line(sentence.with(
                    i.added().size(), i.unchanged().size(), i.changed().size()));
        }

        @Override
        public void json(Imported i, Json json) {
            ids("added", i.added(), json);
            ids("changed", i.changed(), json);
            ids("unchanged", i.unchanged(), json);
        }

        private static void ids(String key, List<CameraId> ids, Json json) {
            json.array(key);
            for (CameraId id : ids) {
                json.value(id.value());
            }
            json.end();
        }
    }
}
