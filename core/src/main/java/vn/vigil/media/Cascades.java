package vn.vigil.media;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.FileStorage;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;

/**
 * Faces by OpenCV's own cascades (Viola and Jones, 2001), seen from the front and from either side. It misses faces and sees some
 * where none are; what it finds is for a person to judge. Confined to one thread, in {@link StreamWorker}'s process.
 */
final class Cascades {
    /** Pixels of the picture that is searched; larger ones are shrunk. */
    private static final int MOST_PIXELS = 1280 * 720;

    private static final double SCALE = 1.1;
    private static final int NEIGHBOURS = 3;

    /** The cascades' own size: nothing smaller is found. */
    private static final int LEAST = 20;

    private final CascadeClassifier front;
    private final CascadeClassifier side;

    private Cascades(CascadeClassifier front, CascadeClassifier side) {
        this.front = front;
        this.side = side;
    }

    /** @throws MediaException {@code UNAVAILABLE} when OpenCV is not there or does not load */
    static Cascades load() {
        try {
            Natives.load();
            return new Cascades(read("haarcascade_frontalface_alt2.xml"), read("haarcascade_profileface.xml"));
        } catch (LinkageError | IOException e) {
            throw new MediaException(MediaException.Reason.UNAVAILABLE, "OpenCV does not load: " + e.getMessage(), e);
        }
    }

    private static CascadeClassifier read(String name) throws IOException {
        Path file = Natives.find("opencv/share/opencv4/haarcascades/" + name);
        if (file == null) {
            throw new MediaException(MediaException.Reason.UNAVAILABLE, "OpenCV comes without " + name);
        }
        try (BytePointer xml = new BytePointer(Files.readString(file, StandardCharsets.US_ASCII));
                BytePointer noEncoding = new BytePointer("");
                FileStorage storage = new FileStorage(xml, FileStorage.READ | FileStorage.MEMORY, noEncoding)) {
            CascadeClassifier cascade = new CascadeClassifier();
            if (!cascade.read(storage.getFirstTopLevelNode())) {
                throw new MediaException(MediaException.Reason.INTERNAL, "cascade " + name);
            }
            return cascade;
        }
    }

    /** Faces in a picture, in its pixels. */
    List<FaceBox> faces(Picture picture) {
        double shrink = Math.sqrt(Math.max(1, (double) picture.width() * picture.height() / MOST_PIXELS));
        int width = (int) (picture.width() / shrink);
        int height = (int) (picture.height() / shrink);
        List<FaceBox> found = new ArrayList<>();
        try (BytePointer luma = new BytePointer(picture.luma());
                Mat whole = new Mat(picture.height(), picture.width(), opencv_core.CV_8UC1, luma);
                Mat grey = new Mat();
                Mat mirrored = new Mat();
                Size size = new Size(width, height)) {
            opencv_imgproc.resize(whole, grey, size, 0, 0, opencv_imgproc.INTER_AREA);
            opencv_imgproc.equalizeHist(grey, grey);
            add(found, front, grey, false, shrink);
            add(found, side, grey, false, shrink);
            opencv_core.flip(grey, mirrored, 1);
            add(found, side, mirrored, true, shrink);
        }
        return found;
    }

    private static void add(List<FaceBox> found, CascadeClassifier cascade, Mat grey, boolean mirrored, double shrink) {
        try (RectVector boxes = new RectVector();
                Size least = new Size(LEAST, LEAST);
                Size most = new Size()) {
            cascade.detectMultiScale(grey, boxes, SCALE, NEIGHBOURS, 0, least, most);
            for (long i = 0; i < boxes.size(); i++) {
                Rect box = boxes.get(i);
                int left = mirrored ? grey.cols() - box.x() - box.width() : box.x();
                found.add(new FaceBox(
                        (int) (left * shrink),
                        (int) (box.y() * shrink),
                        Math.max(1, (int) Math.ceil(box.width() * shrink)),
                        Math.max(1, (int) Math.ceil(box.height() * shrink))));
            }
        }
    }
}
