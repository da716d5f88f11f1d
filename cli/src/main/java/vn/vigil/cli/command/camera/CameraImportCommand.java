package vn.vigil.cli.command.camera;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CameraId;
import vn.vigil.camera.Imported;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.View;

/** {@code vigil camera import}: puts the cameras of a CSV file into the inventory, all or none. Contacts nobody. */
@Command(name = "import")
public final class CameraImportCommand extends CommandBase {
    @Parameters(paramLabel = "FILE")
    private Path file;

    @Override
    protected ExitCode run() {
        Imported imported = vigil().cameras().importCsv(file, vigil().actor());
        keepNames("camera", CameraAddCommand.ids(vigil().cameras()));
        tell("camera.import", imported, new ImportedView(dryRun()));
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.CONFLICT);
    }

    private record ImportedView(boolean dryRun) implements View<Imported> {
        @Override
        public void text(Imported i, Out out) {
            out.line((dryRun ? CameraViewText.WOULD_IMPORT : CameraViewText.IMPORTED)
                    .with(i.added().size(), i.unchanged().size()));
        }

        @Override
        public void json(Imported i, Json json) {
            json.array("added");
            for (CameraId id : i.added()) {
                json.value(id.value());
            }
            json.end().array("unchanged");
            for (CameraId id : i.unchanged()) {
                json.value(id.value());
            }
            json.end();
        }
    }
}
