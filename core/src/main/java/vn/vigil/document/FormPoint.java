package vn.vigil.document;

import java.util.Locale;

/** What the form lint looks at. The words are stable. */
public enum FormPoint {
    PAPER("NĐ 30/2020/NĐ-CP, Phụ lục I, Mục I.1"),
    MARGINS("NĐ 30/2020/NĐ-CP, Phụ lục I, Mục I.3"),
    FONT("NĐ 30/2020/NĐ-CP, Phụ lục I, Mục I.4"),
    COMPOSED("NĐ 30/2020/NĐ-CP, Phụ lục I, Mục I.4 (TCVN 6909:2001)"),
    SIZE("NĐ 30/2020/NĐ-CP, Phụ lục I, Mục II.6"),
    PAGE_NUMBER("NĐ 30/2020/NĐ-CP, Phụ lục I, Mục I.7"),
    COUNTRY("NĐ 30/2020/NĐ-CP, Phụ lục I, Mục II.1"),
    MOTTO("NĐ 30/2020/NĐ-CP, Phụ lục I, Mục II.1"),
    NUMBER("NĐ 30/2020/NĐ-CP, Phụ lục I, Mục II.3"),
    DATE("NĐ 30/2020/NĐ-CP, Phụ lục I, Mục II.4"),
    ABSTRACT("NĐ 30/2020/NĐ-CP, Phụ lục I, Mục II.5"),
    ENDING("NĐ 30/2020/NĐ-CP, Phụ lục I, Mục II.6"),
    SIGNATURE("NĐ 30/2020/NĐ-CP, Điều 13; Phụ lục I, Mục II.7"),
    RECIPIENTS("NĐ 30/2020/NĐ-CP, Phụ lục I, Mục II.9");

    private final String source;

    FormPoint(String source) {
        this.source = source;
    }

    /** Where the rule stands. */
    public String source() {
        return source;
    }

    /** The word for machines: {@code page-number}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
