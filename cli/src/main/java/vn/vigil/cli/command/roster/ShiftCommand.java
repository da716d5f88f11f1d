package vn.vigil.cli.command.roster;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.roster.book.BookColumn;

/** What is said of a shift. */
abstract class ShiftCommand extends BookCommand {
    @Parameters(index = "0", paramLabel = "SHIFT")
    private String id;

    @Option(names = "--post", paramLabel = "POST")
    private String post;

    @Option(names = "--name", paramLabel = "NAME")
    private String name;

    @Option(names = "--start", paramLabel = "TIME")
    private String start;

    @Option(names = "--end", paramLabel = "TIME")
    private String end;

    @Option(names = "--kind", paramLabel = "KIND")
    private String kind;

    @Option(names = "--watchers", paramLabel = "NUMBER")
    private String watchers;

    @Option(names = "--leads", paramLabel = "NUMBER")
    private String leads;

    @Option(names = "--days", paramLabel = "DAYS")
    private String days;

    @Option(names = "--handover", paramLabel = "MINUTES")
    private String handover;

    @Option(names = "--counts", paramLabel = "YES")
    private String counts;

    @Option(names = "--body", paramLabel = "BODY")
    private String body;

    @Option(names = "--from", paramLabel = "DATE")
    private String from;

    @Option(names = "--until", paramLabel = "DATE")
    private String until;

    /**
     * Collects what was said.
     *
     * @param nextDay {@code yes} or {@code no}, or null
     */
    final void collect(String nextDay) {
        said(BookColumn.ID, "SHIFT", id);
        said(BookColumn.NEXT_DAY, nextDay);
        said(BookColumn.POST, post);
        said(BookColumn.NAME, name);
        said(BookColumn.START, start);
        said(BookColumn.END, end);
        said(BookColumn.KIND, kind);
        said(BookColumn.WATCHERS, watchers);
        said(BookColumn.LEADS, leads);
        said(BookColumn.DAYS, days);
        said(BookColumn.HANDOVER, handover);
        said(BookColumn.COUNTS, counts);
        said(BookColumn.BODY, body);
        said(BookColumn.FROM, from);
        said(BookColumn.UNTIL, until);
    }
}
