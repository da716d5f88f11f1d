package vn.vigil.document;

import vn.vigil.text.Lang;

/** What a verb does that only shows a paper; run in a class loader of its own by {@link TemplatesTest}. */
public final class QuickPapers {
    private QuickPapers() {}

    /** A filled template as HTML, and its Markdown. */
    public static String html() {
        Paper paper = new Templates(null).fill("duty-table", Lang.VI, Samples.of("duty-table", Lang.VI));
        return Papers.html(paper) + Papers.markdown(paper);
    }
}
