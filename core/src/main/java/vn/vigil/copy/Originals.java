package vn.vigil.copy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Progress;
import vn.vigil.base.VigilException;
import vn.vigil.evidence.ClipSheet;
import vn.vigil.evidence.PackageVerifier;
import vn.vigil.evidence.Sheet;
import vn.vigil.media.ClipPlace;
import vn.vigil.seal.AsiceReader;
import vn.vigil.seal.Hash;

/** Finds a clip in the packages of a request, and makes sure that it is still the one that was sealed. Stateless. */
final class Originals {
    /**
     * A clip as it lies in its package.
     *
     * @param identity of the package
     */
    record Original(ClipPlace place, ClipSheet sheet, String identity) {}

    private Originals() {}

    /**
     * Finds the wanted clip.
     *
     * @throws VigilException REFUSED when nothing was approved and taken; NOT_FOUND for a clip or a package that is gone; USAGE when
     *     several clips may be meant; NOT_GENUINE when the package is no longer what was sealed
     */
    static Original find(Releases.Released released, String wanted, Progress progress) {
        CaseId id = released.request();
        if (released.parts().isEmpty()) {
            throw new VigilException(ErrorKind.REFUSED, "VG-COPY-NOT-RELEASED", CopyText.NOT_RELEASED.with(id))
                    .why(CopyText.NOT_RELEASED_WHY.with())
                    .next(CopyText.NEXT_RUN.with(id));
        }
        List<Original> all = new ArrayList<>();
        List<Releases.Part> parts = new ArrayList<>();
        for (Releases.Part part : released.parts()) {
            for (Original one : clips(part)) {
                if (matches(one.sheet(), wanted)) {
                    all.add(one);
                    parts.add(part);
                }
            }
        }
        if (all.isEmpty()) {
            throw new VigilException(ErrorKind.NOT_FOUND, "VG-COPY-NO-CLIP", CopyText.CLIP_NONE.with(id, wanted))
                    .next(CopyText.NEXT_CLIP.with(id));
        }
        if (all.size() > 1) {
            VigilException e = new VigilException(ErrorKind.USAGE, "VG-COPY-WHICH-CLIP", CopyText.CLIP_WHICH.with(id));
            for (Original one : all) {
                e.why(CopyText.CLIP_IS.with(base(one.sheet().file())));
            }
            throw e;
        }
        check(parts.get(0), all.get(0), progress);
        return all.get(0);
    }

    private static List<Original> clips(Releases.Part part) {
        if (!Files.exists(part.file())) {
            throw new VigilException(
                    ErrorKind.NOT_FOUND, "VG-COPY-PACKAGE-GONE", CopyText.PACKAGE_GONE.with(part.file()));
        }
        List<Original> found = new ArrayList<>();
        try (AsiceReader reader = AsiceReader.open(part.file())) {
            for (String name : reader.names()) {
                if (name.startsWith(PackageVerifier.CLIPS) && name.endsWith(".json")) {
                    ClipSheet sheet = Sheet.read(reader.small(name), ClipSheet::of);
                    ClipPlace place =
                            new ClipPlace(part.file(), reader.offset(sheet.file()), reader.size(sheet.file()));
                    found.add(new Original(place, sheet, part.identity()));
                }
            }
        } catch (Sheet.SheetException e) {
            throw broken(part.file());
        }
        if (found.isEmpty()) {
            throw broken(part.file());
        }
        return found;
    }

    private static boolean matches(ClipSheet sheet, String wanted) {
        return wanted == null
                || wanted.equals(sheet.file())
                || wanted.equals(base(sheet.file()))
                || wanted.equals(base(sheet.file()) + ".mp4")
                || wanted.equals(sheet.camera().id());
    }

    /** {@code data/clips/gate-1_….mp4} without folder and ending. */
    static String base(String entry) {
        return entry.substring(entry.lastIndexOf('/') + 1, entry.length() - ".mp4".length());
    }

    /** Every byte is as it was sealed: what follows may rest on the sheet. */
    private static void check(Releases.Part part, Original original, Progress progress) {
        progress.at(CopyText.STEP_CHECKING.with(), 0, -1);
        try (AsiceReader reader = AsiceReader.open(part.file())) {
            boolean same = Hash.hex(Hash.sha256(part.file())).equals(part.sha256())
                    && reader.sha256(original.sheet().file())
                            .equals(original.sheet().sha256());
            if (!same) {
                throw broken(part.file());
            }
        } catch (IOException e) {
            throw new VigilException(ErrorKind.FAILED, "VG-COPY-IO", CopyText.IO_FAILED.with(part.file())).causedBy(e);
        }
    }

    private static VigilException broken(Path file) {
        return new VigilException(ErrorKind.NOT_GENUINE, "VG-COPY-ORIGINAL", CopyText.ORIGINAL_BROKEN.with(file))
                .next(CopyText.ORIGINAL_BROKEN_NEXT.with(file));
    }
}
