package vn.vigil.camera;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.camera.SegmentPattern.Range;
import vn.vigil.camera.SegmentPattern.Told;

/**
 * The segments that lie in a recorder's folder now. Only folders are looked into in which the asked ones can lie, each once. What
 * is not called as the pattern says is passed over, and so is what is no regular file or leads out of the folder. For one call
 * and one thread.
 */
final class SegmentFolder {
    /** One-minute segments of two years. */
    private static final int MAX_NAMES = 1_000_000;

    /** A recorder writes every few seconds; the clock of a file server may be off. */
    private static final Duration STILL = Duration.ofMinutes(2);

    private final Message what;
    private final SegmentPattern pattern;
    private final ZoneId zone;
    private final Path root;
    private final Map<Path, List<Path>> listed = new HashMap<>();
    private int names;

    /**
     * @param what had to be done, for the failure
     * @throws VigilException UNREACHABLE when the folder is not there, as when its disk is not mounted
     */
    SegmentFolder(SegmentPattern pattern, ZoneId zone, Message what) {
        this.pattern = pattern;
        this.zone = zone;
        this.what = what;
        try {
            root = pattern.root().toRealPath();
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    /** Where it lies; the name of the disk is the system's. */
    FileStore disk() {
        try {
            return Files.getFileStore(root);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    /** In order of their beginnings: those that begin within a span, and the last that begins before; without empty files. */
    List<Segment> within(Instant from, Instant to) {
        List<Segment> all = new ArrayList<>();
        Segment before = latest(from);
        if (before != null) {
            all.add(before);
        }
        Instant after = before == null ? from : before.from();
        collect(root, 0, pattern.start(), after, to, all);
        all.sort(Comparator.comparing(Segment::from).thenComparing(Segment::file));
        // Two files that begin at once, as when copies lie beside, are one recording.
        List<Segment> once = new ArrayList<>(all.size());
        for (Segment s : all) {
            if (once.isEmpty() || !once.get(once.size() - 1).from().equals(s.from())) {
                once.add(s);
            }
        }
        return once;
    }

    /** The last one that begins at an instant or before; null when there is none. */
    Segment latest(Instant at) {
        return best(root, 0, pattern.start(), new Newest(at), null);
    }

    /** The last of all, if its recorder still writes to it; else null. */
    Segment growing(Instant now) {
        Segment last = latest(Instant.MAX);
        return last != null && Duration.between(last.written(), now).compareTo(STILL) <= 0 ? last : null;
    }

    /** The first of all, or null. */
    Segment first() {
        return best(root, 0, pattern.start(), new Oldest(), null);
    }

    private void collect(Path folder, int level, Told told, Instant from, Instant to, List<Segment> into) {
        for (Path child : children(folder)) {
            Told known = pattern.read(level, child.getFileName().toString(), told);
            Range range = known == null ? null : pattern.range(known, zone);
            if (range == null || !range.from().isBefore(to) || range.to().isBefore(from)) {
                continue;
            }
            if (level + 1 < pattern.depth()) {
                collect(child, level + 1, known, from, to, into);
            } else {
                Segment s = segment(child, known);
                if (s != null && !s.from().isBefore(from) && s.from().isBefore(to)) {
                    into.add(s);
                }
            }
        }
    }

    /** Which of all segments is looked for. */
    private interface Choice {
        /** Whether one that begins within the range could be better than what was found; null: nothing was. */
        boolean possible(Range range, Segment found);

        /** The most promising range first. */
        Comparator<Range> order();
    }

    private record Newest(Instant at) implements Choice {
        @Override
        public boolean possible(Range range, Segment found) {
            return !range.from().isAfter(at) && (found == null || range.to().isAfter(found.from()));
        }

        @Override
        public Comparator<Range> order() {
            return Comparator.comparing(Range::to).reversed();
        }
    }

    private record Oldest() implements Choice {
        @Override
        public boolean possible(Range range, Segment found) {
            return found == null || range.from().isBefore(found.from());
        }

        @Override
        public Comparator<Range> order() {
            return Comparator.comparing(Range::from);
        }
    }

    private record Candidate(Path path, Told told, Range range) {}

    private Segment best(Path folder, int level, Told told, Choice choice, Segment soFar) {
        List<Candidate> candidates = new ArrayList<>();
        for (Path child : children(folder)) {
            Told known = pattern.read(level, child.getFileName().toString(), told);
            Range range = known == null ? null : pattern.range(known, zone);
            if (range != null && choice.possible(range, soFar)) {
                candidates.add(new Candidate(child, known, range));
            }
        }
        candidates.sort(Comparator.comparing(Candidate::range, choice.order()));
        Segment found = soFar;
        for (Candidate c : candidates) {
            if (!choice.possible(c.range(), found)) {
                continue;
            }
            if (level + 1 < pattern.depth()) {
                found = best(c.path(), level + 1, c.told(), choice, found);
            } else {
                Segment s = segment(c.path(), c.told());
                if (s != null && choice.possible(new Range(s.from(), s.from().plusNanos(1)), found)) {
                    found = s;
                }
            }
        }
        return found;
    }

    /** The file as a segment; null when it is empty, gone, no regular file or not below the root. */
    private Segment segment(Path file, Told told) {
        try {
            Path real = inside(file);
            if (real == null) {
                return null;
            }
            BasicFileAttributes facts =
                    Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!facts.isRegularFile() || facts.size() == 0) {
                return null;
            }
            Instant written = facts.lastModifiedTime().toInstant();
            Instant from = pattern.time(told, zone, written);
            return from == null ? null : new Segment(real, from, facts.size(), written);
        } catch (IOException e) {
            // Recorders delete their oldest segments at any time.
            return null;
        }
    }

    /** Where a path leads; null when that is out of the folder. */
    private Path inside(Path path) throws IOException {
        if (!Files.isSymbolicLink(path)) {
            return path;
        }
        Path real = path.toRealPath();
        return real.startsWith(root) ? real : null;
    }

    private List<Path> children(Path folder) {
        List<Path> known = listed.get(folder);
        if (known == null) {
            known = list(folder);
            listed.put(folder, known);
        }
        return known;
    }

    private List<Path> list(Path folder) {
        List<Path> all = new ArrayList<>();
        try {
            Path real = inside(folder);
            if (real == null) {
                return all;
            }
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(real)) {
                for (Path child : stream) {
                    all.add(child);
                    if (++names > MAX_NAMES) {
                        throw new VigilException(ErrorKind.FAILED, "VG-CAMERA-FOLDER-FULL", what)
                                .why(CameraText.FOLDER_FULL.with(pattern.root(), MAX_NAMES));
                    }
                }
            }
            return all;
        } catch (NotDirectoryException | NoSuchFileException e) {
            return List.of();
        } catch (DirectoryIteratorException e) {
            throw unreachable(e.getCause());
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private VigilException unreachable(IOException e) {
        return new VigilException(ErrorKind.UNREACHABLE, "VG-CAMERA-FOLDER", what)
                .why((e instanceof AccessDeniedException ? CameraText.FOLDER_CLOSED : CameraText.FOLDER_GONE)
                        .with(pattern.root()))
                .causedBy(e);
    }
}
