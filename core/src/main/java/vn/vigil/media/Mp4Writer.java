package vn.vigil.media;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.global.avutil;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.Codec;
import vn.vigil.base.TrackFormat;

/**
 * Writes one clip: units as the camera sent them into an MP4, nothing re-encoded. H.264 is {@code avc1}, H.265 {@code hvc1},
 * parameter sets and SEI of the stream are kept in place, the index stands in front. Sound in AAC goes into the same file;
 * G.711 has no place in MP4 and goes, as recorded, into {@code <name>.audio.mka} (Matroska) beside it.
 *
 * <p>Presentation times are the camera's, from 0 for the first picture; a hole in the recording stays a hole in time.
 * Decoding times are reckoned from the order of the pictures ({@link DecodeTimes}). Where the camera's time stands still or
 * goes back, the unit is kept, moved to the next free moment and counted. Sound is laid beside the pictures by the camera's
 * wall clock as soon as both have it, else by arrival ({@link Alignment}); until then it is held in memory.
 *
 * <p>Confined to one thread at a time. Files are made new, readable by their owner only, and synced to disk by
 * {@link #finish()}. After an exception, or when closed without {@code finish}, what was written stays for the caller to
 * clear and is no clip.
 */
public final class Mp4Writer implements AutoCloseable {
    /** Bytes of index that a picture or audio unit takes, at most: sizes, times, reordering, chunk (ISO 14496-12 §8.6–8.7). */
    private static final int INDEX_BYTES = 40;

    private static final int INDEX_HEAD = 4096;
    private static final int UNITS_A_SECOND = 80;

    private final Path path;
    private final TrackFormat video;
    private final Sps sps;
    private final int videoIndex;
    private final TrackFormat audio;
    private final int audioIndex;
    private final Path beside;
    private final Container clip;
    private final Container sound;
    private final EssenceHash videoHash;
    private final EssenceHash audioHash;
    private final Tally videoTally = new Tally();
    private final Tally audioTally = new Tally();
    private final List<AccessUnit> window = new ArrayList<>(DecodeTimes.WINDOW);
    private DecodeTimes times;
    private AccessUnit first;
    private long lastDecoding;
    private final List<AccessUnit> heldSound = new ArrayList<>();
    private Alignment alignment;
    private boolean aligned;
    private long audioZero;
    private long lastAudio = -1;
    private int audioSkipped;
    private boolean ended;

    private Mp4Writer(Disk disk, Path path, List<TrackFormat> tracks, Duration expected) {
        this.path = path;
        videoIndex = only(tracks, true);
        audioIndex = only(tracks, false);
        if (videoIndex < 0) {
            throw new MediaException(MediaException.Reason.UNSUPPORTED, "a clip needs one track of pictures");
        }
        video = tracks.get(videoIndex);
        audio = audioIndex < 0 ? null : tracks.get(audioIndex);
        byte[] configuration = ParameterSets.configuration(video);
        sps = ParameterSets.sps(video);
        boolean inside = audio != null && audio.codec() == Codec.AAC;
        beside = audio == null || inside ? null : besideOf(path);
        Container made = null;
        Container madeSound = null;
        try {
            made = new Container(disk, path, true, room(expected, inside));
            made.add(video, sps.width(), sps.height(), configuration);
            if (inside) {
                if (audio.parameterSets().isEmpty()) {
                    throw new MediaException(MediaException.Reason.MALFORMED, "AAC without its configuration");
                }
                made.add(audio, 0, 0, audio.parameterSets().get(0));
            }
            made.start();
            if (beside != null) {
                madeSound = new Container(disk, beside, false, 0);
                madeSound.add(audio, 0, 0, new byte[0]);
                madeSound.start();
            }
        } catch (RuntimeException e) {
            close(made);
            close(madeSound);
            throw e;
        }
        videoHash = new EssenceHash();
        audioHash = audio == null ? null : new EssenceHash();
        clip = made;
        sound = inside ? made : madeSound;
    }

    /** The version of the FFmpeg that writes, as it tells itself: {@code 8.1.2}. */
    public static String library() {
        Av.ready();
        return avutil.av_version_info().getString();
    }

    /**
     * Starts a clip.
     *
     * @param file must not exist; its folder must
     * @param tracks the session's tracks, in the order that {@link AccessUnit#track()} indexes; the first of video is
     *     written and must have known parameter sets; the first of audio is kept; tracks of {@code OTHER} are passed over
     * @param expected about how long the clip will be, which decides how much room is kept for the index (3 KB a second);
     *     too little costs a second pass over the file, nothing else. {@link Duration#ZERO} when not known
     * @throws MediaException {@code EXISTS}, {@code IO}, {@code DISK_FULL}, {@code MALFORMED} (parameter sets),
     *     {@code UNSUPPORTED}
     */
    public static Mp4Writer create(Path file, List<TrackFormat> tracks, Duration expected) {
        return create(Disk.REAL, file, tracks, expected);
    }

    static Mp4Writer create(Disk disk, Path file, List<TrackFormat> tracks, Duration expected) {
        return new Mp4Writer(disk, file, tracks, expected);
    }

    /**
     * Adds one unit. Pictures come in decoding order and begin with a key frame; audio before the first picture is left out
     * and counted. Units of tracks that are not kept are passed over.
     *
     * @throws MediaException {@code DISK_FULL}, {@code IO}, or {@code MALFORMED} when the first picture is no key frame, a
     *     picture has other parameter sets than the track (start a new file, see {@link ParameterSets#changed}), the unit
     *     is not framed as {@link AccessUnit#data()} says, or a hole is longer than 6.6 hours (2³¹ ticks)
     */
    public void write(AccessUnit unit) {
        if (ended) {
            throw new IllegalStateException("the clip has ended");
        }
        if (unit.track() == videoIndex) {
            picture(unit);
        } else if (audio != null && unit.track() == audioIndex) {
            sound(unit);
        }
    }

    /**
     * Completes index and files, and syncs them and their folder to disk.
     *
     * @throws MediaException as {@link #write}; {@code MALFORMED} when there was no picture
     */
    public ClipFacts finish() {
        if (first == null) {
            throw new MediaException(MediaException.Reason.MALFORMED, "a clip without pictures");
        }
        if (times == null) {
            startTimes();
        }
        if (!heldSound.isEmpty()) {
            align();
        }
        ended = true;
        long bytes = clip.finish();
        boolean heardBeside = beside != null && audioTally.units() > 0;
        if (heardBeside) {
            sound.finish();
        } else if (beside != null) {
            sound.discard();
        }
        TrackFacts pictures = videoTally.facts(
                video.codec(), sps.width(), sps.height(), video.clockRate(), -1, first.time(), videoHash.hex());
        TrackFacts heard = audioTally.units() == 0
                ? null
                : audioTally.facts(audio.codec(), 0, 0, audio.clockRate(), -1, audioZero, audioHash.hex());
        return new ClipFacts(path, bytes, null, pictures, heard, heardBeside ? beside : null, audioSkipped, 0);
    }

    /** Releases everything; without {@link #finish()} before, the files stay incomplete. May be called again. */
    @Override
    public void close() {
        ended = true;
        videoHash.stop();
        if (audioHash != null) {
            audioHash.stop();
        }
        close(clip);
        if (sound != clip) {
            close(sound);
        }
    }

    private void picture(AccessUnit unit) {
        Nal.requireFramed(unit.data());
        if (first == null) {
            if (!unit.keyFrame()) {
                throw new MediaException(MediaException.Reason.MALFORMED, "a clip begins with a key frame");
            }
            first = unit;
            alignment = audio == null ? null : new Alignment(unit.time(), video.clockRate(), audio.clockRate());
        }
        if (ParameterSets.changed(video, unit) != null) {
            throw new MediaException(MediaException.Reason.MALFORMED, "the parameter sets have changed");
        }
        if (alignment != null && !aligned) {
            alignment.picture(unit);
        }
        if (times != null) {
            put(unit);
            return;
        }
        window.add(unit);
        if (window.size() == DecodeTimes.WINDOW) {
            startTimes();
        }
    }

    private void startTimes() {
        List<Long> presentations = new ArrayList<>(window.size());
        for (AccessUnit unit : window) {
            presentations.add(unit.time() - first.time());
        }
        times = new DecodeTimes(presentations, sps.reorder());
        for (AccessUnit unit : window) {
            put(unit);
        }
        window.clear();
    }

    private void put(AccessUnit unit) {
        DecodeTimes.Times at = times.next(unit.time() - first.time());
        // Counts for the last picture only: the others last until the next one.
        long step = videoTally.units() == 0 ? 0 : at.decoding() - lastDecoding;
        lastDecoding = at.decoding();
        clip.write(0, unit.data(), at.presentation(), at.decoding(), step, unit.keyFrame());
        videoHash.add(unit.data());
        count(videoTally, unit, at.presentation(), at.moved());
    }

    private void sound(AccessUnit unit) {
        if (first == null) {
            audioSkipped++;
        } else if (aligned) {
            putSound(unit);
        } else {
            alignment.sound(unit);
            heldSound.add(unit);
            if (alignment.decided()) {
                align();
            }
        }
    }

    private void align() {
        aligned = true;
        audioZero = alignment.zero();
        heldSound.forEach(this::putSound);
        heldSound.clear();
    }

    private void putSound(AccessUnit unit) {
        long wanted = unit.time() - audioZero;
        if (wanted < 0 && audioTally.units() == 0) {
            audioSkipped++;
            return;
        }
        long time = Math.max(wanted, lastAudio + 1);
        lastAudio = time;
        sound.write(beside == null ? 1 : 0, unit.data(), time, time, audioLength(unit), true);
        audioHash.add(unit.data());
        count(audioTally, unit, time, time != wanted);
    }

    private long audioLength(AccessUnit unit) {
        return audio.codec() == Codec.AAC ? 1024 : unit.data().length / Math.max(1, audio.channels());
    }

    private static void count(Tally tally, AccessUnit unit, long time, boolean moved) {
        tally.add(time, unit.data().length, unit.keyFrame());
        tally.cameraTime(time, unit.cameraTime());
        if (unit.afterLoss()) {
            tally.loss();
        }
        if (moved) {
            tally.retimed();
        }
    }

    private static int only(List<TrackFormat> tracks, boolean video) {
        for (int i = 0; i < tracks.size(); i++) {
            Codec codec = tracks.get(i).codec();
            if (codec != Codec.OTHER && codec.video() == video) {
                return i;
            }
        }
        return -1;
    }

    private static int room(Duration expected, boolean sound) {
        long units = Math.min(24 * 3600, expected.toSeconds() + 1) * (sound ? UNITS_A_SECOND : UNITS_A_SECOND / 2);
        return (int) (INDEX_HEAD + units * INDEX_BYTES);
    }

    private static Path besideOf(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return file.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".audio.mka");
    }

    private static void close(Container container) {
        if (container != null) {
            container.close();
        }
    }
}
