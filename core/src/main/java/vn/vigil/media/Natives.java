package vn.vigil.media;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;

/**
 * OpenCV's libraries, one by one and no more than cascades need: JavaCPP by itself would load thirty, and would make links in
 * the user's home for OpenBLAS, which OpenCV's core is bound to and cascades never call. For a process that does nothing else,
 * {@link StreamWorker}'s, since it keeps JavaCPP from loading anything further.
 */
final class Natives {
    private static final String[] LIBRARIES = {
        "openblas/libquadmath.so.0",
        "openblas/libgfortran.so.5",
        "openblas/libopenblas.so.0",
        "opencv/libopencv_core.so.414",
        "opencv/libopencv_imgproc.so.414",
        "opencv/libopencv_flann.so.414",
        "opencv/libopencv_features2d.so.414",
        "opencv/libopencv_calib3d.so.414",
        "opencv/libopencv_dnn.so.414",
        "opencv/libopencv_objdetect.so.414",
        "opencv/libjniopencv_core.so",
        "opencv/libjniopencv_imgproc.so",
        "opencv/libjniopencv_objdetect.so"
    };

    private Natives() {}

    /**
     * Loads them from {@code java.library.path}, else from the class path by JavaCPP's cache.
     *
     * @throws LinkageError when one is missing or does not fit
     */
    static void load() throws IOException {
        Av.ready();
        for (String library : LIBRARIES) {
            Path file = find(library);
            // Some machines' OpenBLAS comes without some of its companions: what misses one says so itself.
            if (file != null) {
                System.load(file.toString());
            }
        }
        System.setProperty("org.bytedeco.javacpp.loadlibraries", "false");
        opencv_core.setUseOptimized(true);
    }

    /**
     * A file of a preset's own: from {@code java.library.path}, else from the class path by JavaCPP's cache.
     *
     * @param file the preset, and the file's path in it: {@code opencv/libopencv_core.so.414}
     * @return null when there is none
     */
    static Path find(String file) throws IOException {
        String name = file.substring(file.lastIndexOf('/') + 1);
        for (String folder : System.getProperty("java.library.path", "").split(File.pathSeparator)) {
            Path there = Path.of(folder).resolve(name).toAbsolutePath();
            if (!folder.isEmpty() && Files.isRegularFile(there)) {
                return there;
            }
        }
        int preset = file.indexOf('/');
        String resource =
                "/org/bytedeco/" + file.substring(0, preset) + "/" + Loader.getPlatform() + file.substring(preset);
        File cached = Loader.cacheResource(opencv_core.class, resource);
        return cached == null ? null : cached.toPath();
    }
}
