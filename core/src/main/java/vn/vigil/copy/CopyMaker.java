package vn.vigil.copy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import vn.vigil.base.CaseId;
import vn.vigil.base.MemberId;
import vn.vigil.base.Progress;
import vn.vigil.base.Version;
import vn.vigil.base.World;
import vn.vigil.config.Config;
import vn.vigil.config.PrivateFiles;
import vn.vigil.evidence.ClipSheet;
import vn.vigil.evidence.CopySheet;
import vn.vigil.ledger.CanonicalJson;
import vn.vigil.media.ClipPlace;
import vn.vigil.media.Jpeg;
import vn.vigil.media.Mask;
import vn.vigil.media.MediaException;
import vn.vigil.media.Mp4Writer;
import vn.vigil.media.Png;
import vn.vigil.media.ViewCopy;
import vn.vigil.seal.Hash;

/** Makes one copy with its sheet, and nothing else: who may have it, and the record of it, are the caller's. Stateless. */
public final class CopyMaker {
    private static final int JPEG_QUALITY = 92;

    private final World world;
    private final Config config;

    public CopyMaker(World world, Config config) {
        this.world = world;
        this.config = config;
    }

    /**
     * A finished copy.
     *
     * @param file where it lies
     * @param sheet what is known of it
     */
    public record Made(Path file, CopySheet sheet) {
        /** The sheet's bytes, canonical JSON. */
        public byte[] sheetBytes() {
            return CanonicalJson.bytes(sheet.members());
        }
    }

    /**
     * What is hidden in a copy, and who stands for it.
     *
     * @param masks where and when
     * @param style how; null when there are none
     * @param confirmedBy member id; null likewise
     * @param proposed how many of them a machine proposed
     */
    record Hidden(List<Mask> masks, Mask.Style style, MemberId confirmedBy, int proposed) {
        static final Hidden NOTHING = new Hidden(List.of(), null, null, 0);
    }

    /**
     * What a copy is to be.
     *
     * @param original where the clip lies
     * @param sheet the clip's own sheet
     * @param request the request that it was taken under
     * @param recipient for whom
     * @param leave why for another recipient than the request's; null when not
     * @param identity of the package that the clip is read from; null for a copy within it
     * @param hidden what is hidden
     * @param still the moment of a still; null for a moving copy
     * @param by who makes it
     */
    record Order(
            ClipPlace original,
            ClipSheet sheet,
            CaseId request,
            String recipient,
            String leave,
            String identity,
            Hidden hidden,
            Duration still,
            MemberId by) {
        CopySheet.Kind kind() {
            return still != null
                    ? CopySheet.Kind.STILL
                    : hidden.masks().isEmpty() ? CopySheet.Kind.VIEW : CopySheet.Kind.REDACTED;
        }
    }

    /**
     * Makes the copy that lies in the package beside its original: everything shown, the recipient's mark in each picture.
     *
     * @param original where the clip lies
     * @param sheet the clip's sheet as it goes into the package, with entry name and hash
     * @param by who makes the package
     * @param file to be made; must not exist
     * @param entry the name that it gets in the package, {@code data/view/….mp4}
     * @throws MediaException as {@link ViewCopy#write}
     */
    public Made forPackage(
            ClipPlace original,
            ClipSheet sheet,
            CaseId request,
            String recipient,
            MemberId by,
            Path file,
            String entry,
            Progress progress)
            throws IOException {
        Order order = new Order(original, sheet, request, recipient, null, null, Hidden.NOTHING, null, by);
        return make(order, file, entry, progress);
    }

    Made make(Order order, Path file, String name, Progress progress) throws IOException {
        ClipSheet clip = order.sheet();
        Instant first = first(clip);
        CopySheet.TimeBasis basis = basis(clip);
        CopyText mark = order.hidden().masks().isEmpty() ? CopyText.MARK_VIEW : CopyText.MARK_REDACTED;
        ViewCopy.Treatment treatment = new ViewCopy.Treatment(
                order.hidden().masks(),
                order.hidden().style(),
                new CopyStamp(mark, order.recipient(), order.request().toString(), first, basis, config.zone()));
        long frames = 1;
        Instant shown = first;
        if (order.still() == null) {
            long total = clip.video().duration().toMillis();
            frames = ViewCopy.write(
                            order.original(),
                            file,
                            treatment,
                            done -> progress.at(
                                    CopyText.STEP_COPYING.with(), done.toMillis(), total, Progress.Unit.FOOTAGE))
                    .video()
                    .units();
        } else {
            ViewCopy.Still still = ViewCopy.still(order.original(), order.still(), treatment);
            boolean png = name.toLowerCase(Locale.ROOT).endsWith(".png");
            save(file, png ? Png.encode(still.picture()) : Jpeg.encode(still.picture(), JPEG_QUALITY));
            shown = first.plus(still.time());
        }
        return new Made(
                file,
                new CopySheet(
                        order.kind(),
                        order.request().toString(),
                        order.recipient(),
                        order.leave(),
                        clip.file(),
                        clip.sha256(),
                        clip.video().essenceSha256(),
                        order.identity(),
                        name,
                        Files.size(file),
                        Hash.hex(Hash.sha256(file)),
                        frames,
                        shown,
                        basis,
                        order.hidden().masks(),
                        order.hidden().style(),
                        order.hidden().confirmedBy() == null
                                ? null
                                : order.hidden().confirmedBy().value(),
                        order.hidden().proposed(),
                        order.by().value(),
                        world.now().truncatedTo(ChronoUnit.SECONDS),
                        "vigil " + Version.NUMBER + "; FFmpeg " + Mp4Writer.library()));
    }

    /** The time of a clip's first picture, by the best clock that is known. */
    static Instant first(ClipSheet clip) {
        return switch (basis(clip)) {
            case SITE -> clip.firstPicture().minus(clip.clock().offset());
            case CAMERA -> clip.firstPicture();
            case ASKED -> clip.asked().from().minus(clip.keyFrameLead());
        };
    }

    private static CopySheet.TimeBasis basis(ClipSheet clip) {
        if (clip.firstPicture() == null) {
            return CopySheet.TimeBasis.ASKED;
        }
        return clip.clock().offset() == null ? CopySheet.TimeBasis.CAMERA : CopySheet.TimeBasis.SITE;
    }

    /** A new file of mode 0600, on the medium when this returns. */
    static void save(Path file, byte[] content) throws IOException {
        PrivateFiles.newFile(file);
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            out.force(true);
        }
    }
}
