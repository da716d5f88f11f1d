package vn.vigil.media;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import vn.vigil.base.Codec;

/**
 * A process that decodes and does nothing else: jobs come in on its standard input, answers go out on its standard output, as
 * {@link DecodeWire} has them. It opens no file but FFmpeg's libraries, no socket, and knows no secret. It may crash, be
 * killed or hang; {@link Decoders} lives on. It ends when its input does, so none outlives the process that started it.
 */
final class DecodeWorker {
    private final DataOutputStream out;

    private DecodeWorker(DataOutputStream out) {
        this.out = out;
    }

    /** @param args how many threads decode at once */
    public static void main(String[] args) {
        try {
            DataInputStream in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
            DataOutputStream out =
                    new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
            new DecodeWorker(out).serve(in, Integer.parseInt(args[0]));
        } catch (IOException e) {
            // The other side is gone, or speaks nonsense: nobody is left to tell.
        } finally {
            // Not an orderly exit: a decoder may hang in native code.
            Runtime.getRuntime().halt(0);
        }
    }

    /** All of the above over one drawn picture, from job to answer, in the calling process. */
    static void rehearse() {
        Scene scene =
                SceneEncoder.loop(SceneEncoder.Spec.of("rehearsal", SceneEncoder.Look.MOVING), Duration.ofSeconds(1));
        DecodeWire.Job job = new DecodeWire.Job(
                DecodeWire.Kind.GLANCE, scene.format(), scene.units().subList(0, 1), 60);
        try {
            ByteArrayOutputStream sent = new ByteArrayOutputStream();
            DecodeWire.writeJob(new DataOutputStream(sent), 1, job);
            DecodeWire.Numbered read =
                    DecodeWire.readJob(new DataInputStream(new ByteArrayInputStream(sent.toByteArray())));
            ExecutorService pool = Executors.newFixedThreadPool(1);
            DecodeWorker worker = new DecodeWorker(new DataOutputStream(new ByteArrayOutputStream()));
            pool.execute(() -> worker.work(read));
            pool.shutdown();
            pool.awaitTermination(10, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(DataInputStream in, int threads) throws IOException {
        try (Decoder h264 = new Decoder(Codec.H264, true)) {
            // Loads FFmpeg and what belongs to it before the first job needs it.
            h264.receive();
        }
        out.writeInt(DecodeWire.MAGIC);
        out.flush();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        while (true) {
            DecodeWire.Numbered job = DecodeWire.readJob(in);
            pool.execute(() -> work(job));
        }
    }

    /** Whatever goes wrong beyond a refusal, memory above all, ends the process: that is what it is for. */
    private void work(DecodeWire.Numbered numbered) {
        try {
            answer(numbered.id(), numbered.job());
        } catch (IOException | RuntimeException | Error e) {
            Runtime.getRuntime().halt(1);
        }
    }

    private void answer(long id, DecodeWire.Job job) throws IOException {
        try {
            switch (job.kind()) {
                case GLANCE -> {
                    Glance glance =
                            PictureDecoder.glance(job.format(), job.units().get(0), job.dark());
                    synchronized (out) {
                        DecodeWire.writeGlance(out, id, glance);
                    }
                }
                case THUMBS -> {
                    var thumbs = PictureDecoder.thumbs(job.format(), job.units());
                    synchronized (out) {
                        DecodeWire.writeThumbs(out, id, thumbs);
                    }
                }
                case PICTURE -> {
                    Picture picture = PictureDecoder.decode(job.format(), job.units());
                    synchronized (out) {
                        DecodeWire.writePicture(out, id, picture);
                    }
                }
            }
        } catch (MediaException e) {
            synchronized (out) {
                DecodeWire.writeRefusal(out, id, e);
            }
        }
    }
}
