package vn.vigil.cli.command;

import picocli.CommandLine.Option;
import vn.vigil.cli.view.Format;

/** A verb that shows a list, in the form the user chooses. */
public abstract class ListCommand extends CommandBase {
    /** What {@code --format} takes here. */
    enum ListFormat {
        TABLE,
        PLAIN,
        JSONL,
        CSV
    }

    @Option(names = "--format", paramLabel = "FORM")
    private ListFormat form;

    /** One that requires an argument says no. */
    @Override
    protected boolean plain() {
        return true;
    }

    @Override
    protected final Format format() {
        return form == null
                ? null
                : switch (form) {
                    case TABLE -> Format.TABLE;
                    case PLAIN -> Format.PLAIN;
                    case JSONL -> Format.JSONL;
                    case CSV -> Format.CSV;
                };
    }
}
