package vn.vigil.camera;

import java.nio.file.Path;

/**
 * A file of cameras to put into the inventory.
 *
 * @param file CSV or JSON, UTF-8
 * @param form how it is written; null: as the file's name ends
 * @param update cameras that are there get the file's values, instead of being a conflict
 */
public record ImportRequest(Path file, Form form, boolean update) {
    public enum Form {
        CSV,
        JSON
    }

    Form told() {
        if (form != null) {
            return form;
        }
        boolean json = file.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".json");
        return json ? Form.JSON : Form.CSV;
    }
}
