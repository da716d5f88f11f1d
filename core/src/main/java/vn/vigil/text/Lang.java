package vn.vigil.text;

/** The languages vigil speaks. */
public enum Lang {
    VI("vi"),
    EN("en");

    private final String tag;

    Lang(String tag) {
        this.tag = tag;
    }

    /** The language tag, {@code vi} or {@code en}. */
    public String tag() {
        return tag;
    }

    /** The language of a tag or POSIX locale name ({@code vi}, {@code en_GB.UTF-8}); null when it is neither. */
    public static Lang of(String name) {
        if (name == null) {
            return null;
        }
        for (Lang lang : values()) {
            if (name.equals(lang.tag)
                    || name.startsWith(lang.tag + "_")
                    || name.startsWith(lang.tag + "-")
                    || name.startsWith(lang.tag + ".")) {
                return lang;
            }
        }
        return null;
    }
}
