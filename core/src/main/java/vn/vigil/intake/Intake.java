package vn.vigil.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.camera.Cameras;
import vn.vigil.document.SheetLimits;
import vn.vigil.document.Sheets;
import vn.vigil.people.Actor;
import vn.vigil.people.People;
import vn.vigil.roster.book.Books;
import vn.vigil.store.Store;
import vn.vigil.text.Lang;

/** The first day of a site: everything it has, from one workbook. Safe for several threads. */
public final class Intake {
    private final Store store;
    private final People people;
    private final Cameras cameras;
    private final Books books;

    public Intake(Store store, People people, Cameras cameras, Books books) {
        this.store = store;
        this.people = people;
        this.cameras = cameras;
        this.books = books;
    }

    /**
     * Enters the people, cameras, posts, shifts and leave of a workbook, all or none, in one transaction. What is there already
     * with the same facts changes nothing. Contacts nobody.
     *
     * @param actor needs the powers over what the sheets hold
     * @throws VigilException NOT_FOUND when there is no such file; USAGE when it is no workbook, and with every fault by sheet
     *     and cell; CONFLICT when something is there otherwise; DENIED
     */
    public IntakeReport read(Actor actor, Path file) {
        var sheets = Sheets.read(file, SheetLimits.LISTS);
        return store.write(tx -> new Reception(people, cameras, books, actor, file).take(sheets));
    }

    /**
     * Writes the empty workbook to a file.
     *
     * @param lang of its titles, notes and choices; both languages are read
     * @param dryRun writes nothing
     * @return false when the file is there and the same
     * @throws VigilException CONFLICT when another file is there; FAILED when it cannot be written
     */
    public static boolean writeTemplate(Path file, Lang lang, boolean dryRun) {
        byte[] bytes = Sheets.bytes(Template.plans(lang));
        try {
            if (Files.exists(file)) {
                if (Files.size(file) == bytes.length && Arrays.equals(Files.readAllBytes(file), bytes)) {
                    return false;
                }
                throw new VigilException(
                                ErrorKind.CONFLICT,
                                "VG-INTAKE-TEMPLATE",
                                IntakeText.TEMPLATE_THERE.with(file.toString()))
                        .next(IntakeText.TEMPLATE_NEXT.with());
            }
            if (!dryRun) {
                Files.write(file, bytes);
            }
            return true;
        } catch (IOException e) {
            throw new VigilException(
                            ErrorKind.FAILED,
                            "VG-INTAKE-TEMPLATE",
                            IntakeText.TEMPLATE_UNWRITABLE.with(file.toString()))
                    .causedBy(e);
        }
    }
}
