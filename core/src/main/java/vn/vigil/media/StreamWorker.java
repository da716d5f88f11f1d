package vn.vigil.media;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import vn.vigil.base.Codec;
import vn.vigil.base.TrackFormat;

/**
 * A process that decodes one clip: its units come in on standard input, pictures or the faces found in them go out on standard
 * output. As {@link DecodeWorker} otherwise: it opens no file but libraries, no socket, knows no secret, may crash, and ends
 * when its input does. Numbers are big end first; times are ticks of 90 kHz since the clip's first picture.
 *
 * <pre>
 * head      magic:4 codec:1 sets:1 {length:4 bytes}… step:8
 * unit      1:1 key:1 time:8 length:4 bytes          0:1 at the end
 * greeting  magic:4
 * answer    PICTURE:1 time:8 picture | FACES:1 time:8 count:4 {left:4 top:4 width:4 height:4}…
 *           | REFUSED:1 status:1 length:2 text | END:1
 * </pre>
 */
final class StreamWorker {
    static final int END = 0;
    static final int PICTURE = 1;
    static final int FACES = 2;
    static final int REFUSED = 3;
    static final int MOST_FACES = 1000;
    private static final int MOST_SETS = 64;

    private final DataOutputStream out;
    private final Duration step;
    private final Cascades cascades;
    private long nextLook;
    private long pictures;

    private StreamWorker(DataOutputStream out, Duration step, Cascades cascades) {
        this.out = out;
        this.step = step;
        this.cascades = cascades;
    }

    /** @param args what is wanted: a {@link PictureStream.Mode} */
    public static void main(String[] args) {
        try {
            DataInputStream in =
                    new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in), 1 << 16));
            DataOutputStream out =
                    new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
            serve(PictureStream.Mode.valueOf(args[0]), in, out);
        } catch (IOException e) {
            // The other side is gone, or speaks nonsense: nobody is left to tell.
        } finally {
            // Not an orderly exit: a decoder may hang in native code.
            Runtime.getRuntime().halt(0);
        }
    }

    private static void serve(PictureStream.Mode mode, DataInputStream in, DataOutputStream out) throws IOException {
        out.writeInt(DecodeWire.MAGIC);
        try {
            boolean faces = mode == PictureStream.Mode.FACES;
            TrackFormat format = readFormat(in);
            Duration step = Duration.ofMillis(in.readLong());
            StreamWorker worker = new StreamWorker(out, step, faces ? Cascades.load() : null);
            worker.run(format, in);
            if (worker.pictures == 0) {
                throw new MediaException(MediaException.Reason.UNDECODABLE, "the decoder gave no picture");
            }
            out.writeByte(END);
        } catch (MediaException e) {
            byte[] text = e.getMessage().getBytes(StandardCharsets.UTF_8);
            int length = Math.min(text.length, 250);
            out.writeByte(REFUSED);
            out.writeByte(1 + e.reason().ordinal());
            out.writeShort(length);
            out.write(text, 0, length);
        }
        out.flush();
    }

    private void run(TrackFormat format, DataInputStream in) throws IOException {
        try (Decoder decoder = new Decoder(format.codec(), false)) {
            List<byte[]> sets = format.parameterSets();
            while (in.readByte() == 1) {
                boolean key = in.readBoolean();
                long time = in.readLong();
                byte[] data = DecodeWire.exactly(in, DecodeWire.bounded(in.readInt(), DecodeWire.MOST_JOB_BYTES));
                PictureDecoder.refuseGiants(format, data);
                decoder.send(Nal.annexB(sets, data), key, time);
                sets = List.of();
                drain(decoder);
            }
            decoder.end();
            drain(decoder);
        }
    }

    private void drain(Decoder decoder) throws IOException {
        for (AVFrame frame = decoder.receive(); frame != null; frame = decoder.receive()) {
            pictures++;
            long time = frame.pts();
            if (cascades == null) {
                out.writeByte(PICTURE);
                out.writeLong(time);
                DecodeWire.writePicture(out, Planes.picture(frame));
            } else if (time >= nextLook) {
                nextLook = time + step.toMillis() * 90;
                found(time, cascades.faces(Planes.picture(frame)));
            }
        }
    }

    private void found(long time, List<FaceBox> faces) throws IOException {
        int count = Math.min(faces.size(), MOST_FACES);
        out.writeByte(FACES);
        out.writeLong(time);
        out.writeInt(count);
        for (FaceBox face : faces.subList(0, count)) {
            out.writeInt(face.left());
            out.writeInt(face.top());
            out.writeInt(face.width());
            out.writeInt(face.height());
        }
        out.flush();
    }

    private static TrackFormat readFormat(DataInputStream in) throws IOException {
        DecodeWire.requireMagic(in);
        Codec codec = Codec.values()[DecodeWire.bounded(in.readByte(), Codec.values().length - 1)];
        List<byte[]> sets = new ArrayList<>();
        for (int n = DecodeWire.bounded(in.readByte(), MOST_SETS); n > 0; n--) {
            sets.add(DecodeWire.exactly(in, DecodeWire.bounded(in.readInt(), DecodeWire.MOST_JOB_BYTES)));
        }
        return new TrackFormat(codec, 90_000, 0, sets);
    }

    /** Said by the other side. */
    static void writeHead(DataOutputStream out, TrackFormat format, Duration step) throws IOException {
        if (format.parameterSets().size() > MOST_SETS) {
            throw new MediaException(MediaException.Reason.MALFORMED, "more than a decoder is given at once");
        }
        out.writeInt(DecodeWire.MAGIC);
        out.writeByte(format.codec().ordinal());
        out.writeByte(format.parameterSets().size());
        for (byte[] set : format.parameterSets()) {
            out.writeInt(set.length);
            out.write(set);
        }
        out.writeLong(step.toMillis());
    }

    /** Said by the other side. */
    static void writeUnit(DataOutputStream out, byte[] data, boolean key, long time) throws IOException {
        out.writeByte(1);
        out.writeBoolean(key);
        out.writeLong(time);
        out.writeInt(data.length);
        out.write(data);
    }

    /** Said by the other side. */
    static void writeEnd(DataOutputStream out) throws IOException {
        out.writeByte(0);
        out.flush();
    }
}
