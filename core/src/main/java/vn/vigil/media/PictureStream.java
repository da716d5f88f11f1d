package vn.vigil.media;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bytedeco.ffmpeg.avformat.AVStream;
import vn.vigil.base.TrackFormat;

/**
 * The pictures of a whole clip, decoded one after the other in a process of their own ({@link StreamWorker}): a bitstream made
 * to break a decoder breaks that process and nothing else. A few pictures are under way at a time, however long the clip. Used
 * by one thread, always closed.
 */
final class PictureStream implements AutoCloseable {
    /** No honest picture takes longer, by far; the first waits for the process to start. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final int UNDER_WAY = 3;
    private static final long CLOCK_RATE = 90_000;

    /** What is wanted of each picture. */
    enum Mode {
        PICTURES,
        FACES
    }

    /**
     * One step of the clip.
     *
     * @param time since the clip's first picture
     * @param picture null where faces were looked for
     * @param faces null where pictures were wanted
     */
    record Step(Duration time, Picture picture, List<FaceBox> faces) {}

    /** What the process said: a step, a refusal, or with neither the end. */
    private record Word(Step step, MediaException refusal) {}

    private final FileChannel channel;
    private final Demuxer in;
    private final int track;
    private final DecoderConfiguration framing;
    private final TrackFormat format;
    private final Duration length;
    private final int rate;
    private final Process process;
    private final BlockingQueue<Word> words = new ArrayBlockingQueue<>(UNDER_WAY);
    private final Thread feeder;
    private volatile MediaException unreadable;
    private volatile boolean closed;
    private boolean ended;

    /**
     * Opens a clip and starts its process.
     *
     * @param from where to begin: the key frame at this time or before it
     * @param step looking for faces, the time from one picture that is looked at to the next
     * @throws MediaException {@code IO}, {@code MALFORMED}, {@code UNSUPPORTED}, {@code UNAVAILABLE}
     */
    PictureStream(ClipPlace clip, Mode mode, Duration from, Duration step) {
        FileChannel opened = null;
        Demuxer demuxer = null;
        try {
            opened = FileChannel.open(clip.file(), StandardOpenOption.READ);
            demuxer = new Demuxer(clip.file(), opened, clip.offset(), clip.length());
            channel = opened;
            in = demuxer;
            track = videoOf(demuxer);
            AVStream stream = demuxer.stream(track);
            framing = DecoderConfiguration.parse(demuxer.codec(track), demuxer.configuration(track));
            format = new TrackFormat(demuxer.codec(track), (int) CLOCK_RATE, 0, framing.sets());
            for (byte[] set : format.parameterSets()) {
                PictureDecoder.check(format, set);
            }
            length = Duration.ofMillis(Math.max(0, ticks(stream.duration()) / 90));
            int num = stream.avg_frame_rate().num();
            int den = stream.avg_frame_rate().den();
            rate = num > 0 && den > 0 ? Math.max(1, Math.min(60, Math.round((float) num / den))) : 25;
            if (!from.isZero()) {
                long wanted = from.toMillis()
                        * 90
                        * stream.time_base().den()
                        / (CLOCK_RATE * stream.time_base().num());
                demuxer.seek(track, wanted);
            }
            process = WorkerProcess.process(WorkerProcess.command(StreamWorker.class, "-Xmx512m", mode.name()));
        } catch (IOException e) {
            close(demuxer, opened);
            throw opened == null || demuxer == null
                    ? Disk.failed(clip.file(), e)
                    : new MediaException(MediaException.Reason.UNAVAILABLE, "no decoding process can be started", e);
        } catch (RuntimeException e) {
            close(demuxer, opened);
            throw e;
        }
        feeder = daemon(() -> feed(step), "clip-units");
        daemon(this::listen, "clip-pictures");
    }

    private static int videoOf(Demuxer in) {
        for (int i = 0; i < in.tracks(); i++) {
            if (in.codec(i).video()) {
                return i;
            }
        }
        throw new MediaException(MediaException.Reason.UNSUPPORTED, "no pictures that vigil decodes");
    }

    /** How long the clip says that it is. */
    Duration length() {
        return length;
    }

    /** Pictures a second, about: 1 to 60. */
    int rate() {
        return rate;
    }

    /**
     * The next step in order of presentation; null at the end.
     *
     * @throws MediaException as the constructor's; {@code UNDECODABLE}, {@code WORKER_DIED}, {@code TIMED_OUT}
     */
    Step next() {
        if (ended) {
            return null;
        }
        Word word;
        try {
            word = words.poll(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MediaException(MediaException.Reason.IO, "interrupted", e);
        }
        if (word == null) {
            process.destroyForcibly();
            throw new MediaException(MediaException.Reason.TIMED_OUT, "decoding took too long");
        }
        MediaException refusal = unreadable != null ? unreadable : word.refusal();
        if (refusal != null) {
            throw refusal;
        }
        ended = word.step() == null;
        return word.step();
    }

    /** Hands the units to the process; it waits where the process is slower. */
    private void feed(Duration step) {
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16))) {
            StreamWorker.writeHead(out, format, step);
            while (!closed && in.next()) {
                if (in.packet().stream_index() != track) {
                    continue;
                }
                byte[] data = new byte[in.packet().size()];
                in.bytes().get(data);
                byte[] framed = framing.framed(data);
                if (framed.length > DecodeWire.MOST_JOB_BYTES) {
                    throw new MediaException(MediaException.Reason.MALFORMED, "a picture of too many bytes");
                }
                StreamWorker.writeUnit(out, framed, in.key(), ticks(in.packet().pts()));
            }
            StreamWorker.writeEnd(out);
        } catch (MediaException e) {
            // The stream of units breaks off with this; who reads pictures is told.
            unreadable = e;
        } catch (IOException e) {
            // The process is gone; the listener sees it, too.
        }
    }

    private long ticks(long time) {
        AVStream stream = in.stream(track);
        return time
                * stream.time_base().num()
                * CLOCK_RATE
                / Math.max(1, stream.time_base().den());
    }

    private void listen() {
        try (DataInputStream answers =
                new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16))) {
            DecodeWire.requireMagic(answers);
            while (true) {
                Word word = word(answers);
                words.put(word);
                if (word.step() == null) {
                    return;
                }
            }
        } catch (IOException | OutOfMemoryError e) {
            tellDied();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tellDied() {
        Word died = new Word(null, new MediaException(MediaException.Reason.WORKER_DIED, "the decoding process ended"));
        try {
            // Whoever closed takes nothing more.
            while (!closed && !words.offer(died, 1, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Word word(DataInputStream in) throws IOException {
        int kind = in.readUnsignedByte();
        return switch (kind) {
            case StreamWorker.END -> new Word(null, null);
            case StreamWorker.REFUSED -> {
                int status = in.readUnsignedByte();
                byte[] text = DecodeWire.exactly(in, DecodeWire.bounded(in.readUnsignedShort(), 1024));
                yield new Word(null, DecodeWire.refusal(status, text));
            }
            case StreamWorker.PICTURE -> {
                Duration time = time(in);
                yield new Word(new Step(time, DecodeWire.readPicture(in), null), null);
            }
            case StreamWorker.FACES -> {
                Duration time = time(in);
                List<FaceBox> faces = new ArrayList<>();
                for (int n = DecodeWire.bounded(in.readInt(), StreamWorker.MOST_FACES); n > 0; n--) {
                    faces.add(new FaceBox(
                            DecodeWire.bounded(in.readInt(), Sps.MAX_SIDE),
                            DecodeWire.bounded(in.readInt(), Sps.MAX_SIDE),
                            1 + DecodeWire.bounded(in.readInt() - 1, Sps.MAX_SIDE),
                            1 + DecodeWire.bounded(in.readInt() - 1, Sps.MAX_SIDE)));
                }
                yield new Word(new Step(time, null, faces), null);
            }
            default -> throw new IOException("not a word of this protocol");
        };
    }

    private static Duration time(DataInputStream in) throws IOException {
        return Duration.ofNanos(Math.max(0, in.readLong()) * 100_000 / 9);
    }

    @Override
    public void close() {
        closed = true;
        process.destroyForcibly();
        words.clear();
        boolean interrupted = false;
        while (feeder.isAlive()) {
            try {
                // It stands in native code or at a pipe whose other end is gone: either ends at once.
                feeder.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        close(in, channel);
    }

    private static void close(Demuxer in, FileChannel channel) {
        if (in != null) {
            in.close();
        }
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                // Read only: nothing is lost.
            }
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
