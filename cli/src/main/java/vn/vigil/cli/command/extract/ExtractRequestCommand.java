package vn.vigil.cli.command.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.base.CameraId;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.ExtractLabel;
import vn.vigil.cli.view.FiledView;
import vn.vigil.evidence.Asked;
import vn.vigil.evidence.FileRequest;
import vn.vigil.evidence.Requester;
import vn.vigil.evidence.Wanted;
import vn.vigil.extract.ExtractRequest;
import vn.vigil.extract.Filed;

/** {@code vigil extract request}: the board or a State agency asks for footage. */
@Command(name = "request")
public final class ExtractRequestCommand extends CommandBase {
    @Option(names = "--requester", paramLabel = "KIND", required = true)
    private Requester requester;

    @Option(names = "--requester-name", paramLabel = "TEXT")
    private String requesterName;

    @Option(names = "--document", paramLabel = "NUMBER")
    private String document;

    @Option(names = "--document-date", paramLabel = "DATE")
    private LocalDate documentDate;

    @Option(names = "--basis", paramLabel = "TEXT")
    private String basis = "";

    @Option(names = "--purpose", paramLabel = "TEXT")
    private String purpose;

    @Option(names = "--recipient", paramLabel = "TEXT")
    private String recipient;

    @Option(names = "--camera", paramLabel = "CAMERA", required = true)
    private List<CameraId> cameras;

    @Option(names = "--from", paramLabel = "TIME")
    private String from;

    @Option(names = "--to", paramLabel = "TIME")
    private String to;

    @Option(names = "--for", paramLabel = "LENGTH")
    private String length;

    @Option(names = "--live", paramLabel = "LENGTH")
    private String live;

    @Option(names = "--latest-start", paramLabel = "TIME")
    private String latestStart;

    @Option(names = "--crime")
    private boolean crime;

    @Option(names = "--guidance", paramLabel = "TEXT")
    private String guidance;

    @Option(names = "--retain-until", paramLabel = "DATE")
    private LocalDate retainUntil;

    @Option(names = "--incident", paramLabel = "INCIDENT")
    private CaseId incident;

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.REFUSED);
    }

    @Override
    protected ExitCode run() {
        FileRequest request = new FileRequest(
                requester,
                requesterName,
                document,
                documentDate,
                basis,
                purpose,
                recipient,
                null,
                wanted(),
                crime,
                guidance,
                noGuidanceReason,
                emergency,
                retainUntil,
                incident);
        Filed filed = vigil().extracts().request(actor(), request);
        List<CaseId> ids = new ArrayList<>();
        for (ExtractRequest known : vigil().extracts().list()) {
            ids.add(known.id());
        }
        keepNames("request", ids);
        tell("extract.request", filed, new FiledView(out()));
        return ExitCode.OK;
    }

    private List<Wanted> wanted() {
        Asked asked = asked();
        List<Wanted> wanted = new ArrayList<>();
        for (CameraId camera : cameras) {
            wanted.add(new Wanted(camera, asked));
        }
        return wanted;
    }

    private Asked asked() {
        if ((live == null) == (from == null)) {
            throw new VigilException(ErrorKind.USAGE, "VG-EXTRACT-ASKED", ExtractLabel.SPAN_OR_LIVE.with());
        }
        return live == null
                ? Asked.recorded(span(from, to, length))
                : Asked.live(
                        duration(live),
                        latestStart == null
                                ? world().now()
                                        .plus(Asked.LIVE_START)
                                        .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                                : instant(latestStart));
    }
}
