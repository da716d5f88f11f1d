package vn.vigil.cli.command.extract;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.DeliveredView;
import vn.vigil.cli.view.ExtractLabel;
import vn.vigil.cli.view.FiledView;
import vn.vigil.extract.Delivered;
import vn.vigil.extract.NewDelivery;

/** {@code vigil extract deliver}: hand the packages over with a record, or register the signed record. */
@Command(name = "deliver")
public final class ExtractDeliverCommand extends CommandBase {
    @Parameters(paramLabel = "REQUEST")
    private CaseId request;

    @Option(names = "--to", paramLabel = "NAME")
    private String to;

    @Option(names = "--post", paramLabel = "TEXT")
    private String post;

    @Option(names = "--medium", paramLabel = "TEXT")
    private String medium;

    @Option(names = "--serial", paramLabel = "TEXT")
    private String serial;

    @Option(names = "--seal-number", paramLabel = "TEXT")
    private String seal;

    @Option(names = "--witness", paramLabel = "NAME")
    private String witness;

    @Option(names = "--copy-to", paramLabel = "DIR")
    private Path copyTo;

    @Option(names = "--signed")
    private boolean signed;

    @Option(names = "--scan", paramLabel = "FILE")
    private Path scan;

    @Option(names = "--handover", paramLabel = "N")
    private int handover;

    @Option(names = "--number", paramLabel = "NUMBER")
    private String number;

    @Option(names = "--date", paramLabel = "DATE")
    private LocalDate date;

    @Override
    public List<ExitCode> exits() {
        return List.of(
                ExitCode.NO_STORE,
                ExitCode.DENIED,
                ExitCode.NOT_FOUND,
                ExitCode.REFUSED,
                ExitCode.NOT_GENUINE,
                ExitCode.CONFLICT);
    }

    @Override
    protected ExitCode run() {
        if (signed != (scan != null) || signed && (to != null || medium != null)) {
            throw new VigilException(ErrorKind.USAGE, "VG-EXTRACT-SIGNED", ExtractLabel.SIGNED_NEEDS.with());
        }
        if (signed) {
            tell(
                    "extract.deliver.signed",
                    vigil().extracts().signed(actor(), request, handover, scan, date, number),
                    new FiledView(out()));
            return ExitCode.OK;
        }
        NewDelivery asked = new NewDelivery(request, to, post, medium, serial, seal, witness, copyTo);
        Delivered delivered = vigil().extracts().deliver(actor(), asked, progress());
        tell("extract.deliver", delivered, new DeliveredView());
        return ExitCode.OK;
    }
}
