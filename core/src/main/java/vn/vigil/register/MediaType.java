package vn.vigil.register;

/** What a scan is, told by its content; a name proves nothing. Pure. */
enum MediaType {
    PDF("application/pdf", "pdf"),
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    TIFF("image/tiff", "tif");

    /** Scanners put a few bytes before a PDF's header, and readers accept that. */
    private static final int PDF_HEADER_WITHIN = 1024;

    private static final byte[] PDF_HEADER = {'%', 'P', 'D', 'F', '-'};
    private static final byte[] PNG_HEADER = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG_HEADER = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] TIFF_LITTLE = {'I', 'I', 42, 0};
    private static final byte[] TIFF_BIG = {'M', 'M', 0, 42};

    private final String word;
    private final String ending;

    MediaType(String word, String ending) {
        this.word = word;
        this.ending = ending;
    }

    String word() {
        return word;
    }

    String ending() {
        return ending;
    }

    static MediaType of(String word) {
        for (MediaType type : values()) {
            if (type.word.equals(word)) {
                return type;
            }
        }
        throw new IllegalStateException("no such media type: " + word);
    }

    /** Null when it is none of them. */
    static MediaType of(byte[] content) {
        if (starts(content, 0, PNG_HEADER)) {
            return PNG;
        }
        if (starts(content, 0, JPEG_HEADER)) {
            return JPEG;
        }
        if (starts(content, 0, TIFF_LITTLE) || starts(content, 0, TIFF_BIG)) {
            return TIFF;
        }
        for (int at = 0; at < Math.min(content.length, PDF_HEADER_WITHIN); at++) {
            if (starts(content, at, PDF_HEADER)) {
                return PDF;
            }
        }
        return null;
    }

    private static boolean starts(byte[] content, int at, byte[] with) {
        if (content.length < at + with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if (content[at + i] != with[i]) {
                return false;
            }
        }
        return true;
    }
}
