package vn.vigil.report;

import java.nio.file.Path;

/** Makes the site of two years in an empty home, for {@code scripts/bench/report}: {@code HOME CAMERAS}. */
public final class ReportBench {
    private ReportBench() {}

    public static void main(String[] args) {
        new TwoYearSite(Path.of(args[0]), 20261127, Integer.parseInt(args[1])).close();
    }
}
