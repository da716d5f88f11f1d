package vn.vigil.intake;

import vn.vigil.base.MessageKey;
import vn.vigil.text.Lang;
import vn.vigil.text.Texts;
import vn.vigil.text.Viet;

/** The sheets of the workbook; their titles stand on the tabs. */
public enum IntakeSheet implements MessageKey {
    PEOPLE,
    CAMERAS,
    POSTS,
    SHIFTS,
    LEAVE,
    /** How to fill the others in; never read. */
    GUIDE;

    /** The sheet of a tab's title in either language, accents and case ignored; null for none. */
    static IntakeSheet of(String title) {
        String wanted = Viet.fold(title);
        for (IntakeSheet sheet : values()) {
            if (wanted.equals(sheet.id())) {
                return sheet;
            }
            for (Lang lang : Lang.values()) {
                if (wanted.equals(Viet.fold(Texts.pattern(sheet, lang)))) {
                    return sheet;
                }
            }
        }
        return null;
    }

    @Override
    public String catalogue() {
        return "intake-sheet";
    }
}
