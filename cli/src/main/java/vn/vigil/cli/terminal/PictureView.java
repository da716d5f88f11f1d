package vn.vigil.cli.terminal;

import vn.vigil.base.Raster;

/** Draws a picture for a terminal: the text to write, escapes and all. Pure but for loading what a form needs. */
public final class PictureView {
    /** What the shell's next prompt and the sentence about the picture take. */
    private static final int ROWS_LEFT = 3;

    private PictureView() {}

    /** The picture no wider than the window, and no higher where it is made of cells; it is never enlarged. Empty for {@link PictureForm#NONE}. */
    public static String draw(Raster picture, PictureForm form, Window window) {
        return switch (form) {
            case NONE -> "";
            case LETTERS -> HalfBlocks.letters(cells(picture, window));
            case PALETTE -> HalfBlocks.coloured(cells(picture, window), false);
            case TRUE_COLOUR -> HalfBlocks.coloured(cells(picture, window), true);
            case KITTY, ITERM2, SIXEL -> graphics(picture, form, window);
        };
    }

    private static String graphics(Raster picture, PictureForm form, Window window) {
        int width = Math.min(picture.width(), window.columns() * window.cellWidth());
        int height = Math.max(1, Math.round((float) width * picture.height() / picture.width()));
        try {
            return GraphicsProtocols.escapes(picture.scaled(width, height), form) + "\n";
        } catch (LinkageError e) {
            // A Java without java.desktop, on which JLine's encoders stand.
            return draw(picture, PictureForm.PALETTE, window);
        }
    }

    /** One pixel a column, two a row. */
    private static Raster cells(Raster picture, Window window) {
        int width = Math.min(picture.width(), Math.max(1, window.columns()));
        int height = Math.round((float) width * picture.height() / picture.width());
        int most = 2 * Math.max(4, window.rows() - ROWS_LEFT);
        if (height > most) {
            width = Math.max(1, Math.round((float) most * picture.width() / picture.height()));
            height = most;
        }
        return picture.scaled(width, Math.max(2, height + height % 2));
    }
}
