package vn.vigil.cli.command.camera;

import java.util.Map;
import vn.vigil.base.Raster;
import vn.vigil.cli.terminal.PictureForm;
import vn.vigil.cli.terminal.PictureView;
import vn.vigil.cli.terminal.Window;
import vn.vigil.cli.view.Format;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;

/**
 * Two small pictures of a camera beside each other, on a terminal that can show any.
 *
 * @param environment the terminal's; null: show nothing
 */
record BaselinePictures(Map<String, String> environment) {
    private static final int GAP = 8;

    /** Either may be null; the caption is chosen by which are there. */
    void show(
            Raster left,
            Raster right,
            BaselineViewText both,
            BaselineViewText onlyLeft,
            BaselineViewText onlyRight,
            Out out) {
        if (environment == null || !out.terminal() || out.format() != Format.TABLE || left == null && right == null) {
            return;
        }
        PictureForm form = PictureForm.of(environment, out.colour());
        if (form == PictureForm.NONE) {
            return;
        }
        Raster picture = left == null ? right : right == null ? left : beside(left, right);
        out.drawn(PictureView.draw(picture, form, Window.of(environment)));
        out.line((left == null ? onlyRight : right == null ? onlyLeft : both).with(), Tone.FAINT);
    }

    /** Pictures of one height in one, with a dark gap between them. */
    static Raster beside(Raster left, Raster right) {
        int width = left.width() + GAP + right.width();
        byte[] rgb = new byte[3 * width * left.height()];
        for (int row = 0; row < left.height(); row++) {
            int at = 3 * row * width;
            System.arraycopy(left.rgb(), 3 * row * left.width(), rgb, at, 3 * left.width());
            System.arraycopy(
                    right.rgb(), 3 * row * right.width(), rgb, at + 3 * (left.width() + GAP), 3 * right.width());
        }
        return new Raster(width, left.height(), rgb);
    }
}
