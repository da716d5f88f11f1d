package vn.vigil.camera;

/** Names where a field of a camera stands in what its rows were read from: {@code Camera!C7}. */
public interface CameraPlace {
    /**
     * @param row the row's place in the list, from 0
     * @param field {@code id} or a {@link CameraField#word() word}
     */
    String of(int row, String field);
}
