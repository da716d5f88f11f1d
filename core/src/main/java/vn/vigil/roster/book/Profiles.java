package vn.vigil.roster.book;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.text.Nearest;

/** The rule profiles: those that are shipped, and the site's own files. */
final class Profiles {
    static final String NONE = "none";
    static final String LABOUR = "vn-labour-2019";
    private static final List<String> SHIPPED = List.of(LABOUR, NONE);

    /** @param name as it is kept */
    record Profile(String name, List<Written> rules) {}

    private Profiles() {}

    /**
     * The profile of a name, or of a file.
     *
     * @throws VigilException NOT_FOUND with the nearest; USAGE for a file that is no list of rules
     */
    static Profile read(String nameOrFile) {
        if (nameOrFile.equals(NONE)) {
            return new Profile(NONE, List.of());
        }
        if (nameOrFile.equals(LABOUR)) {
            return new Profile(LABOUR, BookCsv.shipped(LABOUR + ".csv", BookKind.RULE));
        }
        Path file = file(nameOrFile);
        if (file != null) {
            String name = file.getFileName().toString();
            int dot = name.lastIndexOf('.');
            return new Profile(dot > 0 ? name.substring(0, dot) : name, BookCsv.read(file, BookKind.RULE));
        }
        VigilException e = new VigilException(
                ErrorKind.NOT_FOUND,
                "VG-ROSTER-PROFILE",
                BookText.NO_PROFILE.with(nameOrFile, String.join(", ", SHIPPED)));
        String near = Nearest.of(nameOrFile, SHIPPED);
        throw near == null ? e : e.why(BookText.UNKNOWN_NEAR.with(BookKind.RULE.with(), nameOrFile, near));
    }

    /** Null when the text names no file that is there. */
    private static Path file(String text) {
        try {
            Path file = Path.of(text);
            return Files.isRegularFile(file) ? file : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
