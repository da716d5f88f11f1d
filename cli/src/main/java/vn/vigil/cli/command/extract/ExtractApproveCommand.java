package vn.vigil.cli.command.extract;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.VigilException;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.ExtractLabel;
import vn.vigil.cli.view.FiledView;
import vn.vigil.extract.Extracts;
import vn.vigil.extract.Filed;
import vn.vigil.extract.PaperApproval;
import vn.vigil.people.KeySource;

/** {@code vigil extract approve}: the second person's leave, by their own key, or as it was given on paper. */
@Command(name = "approve")
public final class ExtractApproveCommand extends OwnKeyCommand {
    @Parameters(paramLabel = "REQUEST")
    private CaseId request;

    @Option(names = "--paper")
    private boolean paper;

    @Option(names = "--scan", paramLabel = "FILE")
    private Path scan;

    @Option(names = "--number", paramLabel = "NUMBER")
    private String number;

    @Option(names = "--date", paramLabel = "DATE")
    private LocalDate date;

    @Option(names = "--signed-by", paramLabel = "PERSON")
    private MemberId signedBy;

    @Option(names = "--valid-for", paramLabel = "LENGTH")
    private String validFor;

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.REFUSED, ExitCode.CONFLICT);
    }

    @Override
    protected ExitCode run() {
        Duration validity = validFor == null ? Extracts.APPROVAL_VALIDITY : duration(validFor);
        boolean whole = paper
                ? scan != null && date != null && signedBy != null && !hasOwnKey()
                : hasOwnKey() && scan == null && signedBy == null;
        if (!whole) {
            throw new VigilException(ErrorKind.USAGE, "VG-EXTRACT-APPROVAL", ExtractLabel.KEY_OR_PAPER.with());
        }
        tell("extract.approve", paper ? onPaper(validity) : byKey(validity), new FiledView(out()));
        return ExitCode.OK;
    }

    private Filed byKey(Duration validity) {
        try (KeySource key = ownKey()) {
            return vigil().extracts().approve(actor(), request, key, validity);
        }
    }

    private Filed onPaper(Duration validity) {
        return vigil().extracts().approve(actor(), request, new PaperApproval(scan, number, date, signedBy), validity);
    }
}
