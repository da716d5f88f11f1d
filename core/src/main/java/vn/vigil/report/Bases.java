package vn.vigil.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.config.Config;
import vn.vigil.config.Setting;
import vn.vigil.text.Viet;

/** The legal bases that a paper quotes, as they hold on its day (decision, bases; D0, D1). */
final class Bases {
    private Bases() {}

    /**
     * @return those of the site's file that hold on a day, in its order; empty when the site names no file
     * @throws VigilException USAGE with every faulty line
     */
    static List<String> on(Config config, LocalDate day) {
        Path file = config.path(Setting.REPORT_BASES);
        return file == null ? List.of() : read(file, day);
    }

    private static List<String> read(Path file, LocalDate day) {
        List<Message> faults = new ArrayList<>();
        List<String> all = new ArrayList<>();
        int number = 0;
        for (String line : lines(file)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] cells = Viet.nfc(line).split("\t", -1);
            try {
                LocalDate from = LocalDate.parse(cells[0].strip());
                LocalDate until = cells[1].isBlank() ? LocalDate.MAX : LocalDate.parse(cells[1].strip());
                if (cells.length != 3 || cells[2].isBlank()) {
                    faults.add(ReportText.BASIS_LINE.with(number));
                } else if (!day.isBefore(from) && !day.isAfter(until)) {
                    all.add(cells[2].strip());
                }
            } catch (DateTimeException | ArrayIndexOutOfBoundsException e) {
                faults.add(ReportText.BASIS_LINE.with(number));
            }
        }
        if (!faults.isEmpty()) {
            VigilException e = Journal.usage("VG-REPORT-BASES", ReportText.BAD_BASES.with(file.toString()));
            faults.forEach(e::why);
            throw e;
        }
        return all;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new VigilException(ErrorKind.USAGE, "VG-REPORT-BASES", ReportText.NO_FILE.with(file.toString()))
                    .causedBy(e);
        }
    }
}
