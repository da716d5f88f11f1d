package vn.vigil.document;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vigil.base.Message;
import vn.vigil.base.Severity;
import vn.vigil.text.Lang;
import vn.vigil.text.Texts;
import vn.vigil.text.Viet;

/** Holds a paper against Decree 30/2020/NĐ-CP, Phụ lục I. Pure. One use. */
final class FormJudge {
    /** So many letters of running text at least tell the body's size. */
    private static final int FEW = 120;

    private static final double SLACK = 0.6;
    private static final Set<String> FONTS = Set.of("Times New Roman", "Liberation Serif");

    private static final Pattern NUMBER = Pattern.compile("^Số\\s*:\\s*(.*)$");
    private static final Pattern GOOD_NUMBER =
            Pattern.compile("(\\d+)/[\\p{Lu}\\d][\\p{L}\\d]*(-[\\p{Lu}\\d][\\p{L}\\d]*)*");
    private static final Pattern DATE =
            Pattern.compile("^(.*?),?\\s*ngày\\s*(\\S*?)\\s*tháng\\s*(\\S*?)\\s*năm\\s*(\\d*)\\s*\\.?$");
    private static final Pattern AUTHORITY = Pattern.compile("^(TM|KT|TL|TUQ|Q)\\.? ?(\\p{Lu}.*)$");
    private static final Pattern OFFICE = Pattern.compile(
            "(?U)(?:.*\\s)?(?:TRƯỞNG|PHÓ|GIÁM ĐỐC|CHỦ TỌA|CHỦ TRÌ|CHỦ TỊCH|CHÁNH|ĐẠI DIỆN|THƯ KÝ)(?:\\s.*)?");
    private static final Pattern ACADEMIC =
            Pattern.compile("^(GS|PGS|TS|ThS|Th\\.S|CN|KS|BS|LS)\\.? ?(TS\\.? ?)?\\p{Lu}\\p{Ll}.*");

    private final FormFacts facts;
    private final Set<FormPoint> judged = EnumSet.noneOf(FormPoint.class);
    private final List<FormFinding> findings = new ArrayList<>();

    /** The lines with plain blanks, NFC. */
    private final List<String> lines = new ArrayList<>();

    private FormJudge(FormFacts facts) {
        this.facts = facts;
        for (FormFacts.Line line : facts.lines) {
            lines.add(Viet.nfc(line.text())
                    .replace('\u00a0', ' ')
                    .replaceAll("\\s+", " ")
                    .strip());
        }
    }

    static FormReport judge(java.nio.file.Path file, FormFacts facts) {
        FormJudge judge = new FormJudge(facts);
        if (facts.official && !judge.recognised()) {
            facts.official = false;
            judge.look(FormPoint.COUNTRY, "", DocumentText.LINT_NOT_OFFICIAL.with());
        }
        judge.page();
        judge.letters();
        judge.pageNumber();
        if (facts.official) {
            judge.country();
            judge.motto();
            judge.number();
            judge.date();
            judge.about();
            judge.ending();
            judge.signature();
            judge.recipients();
        }
        return new FormReport(file, facts.kind, List.copyOf(judge.judged), judge.findings);
    }

    /** Whether anything of the head or the foot is there. Without, it is a list or a letter of another kind. */
    private boolean recognised() {
        String country = skeleton(Texts.render(DocumentText.COUNTRY.with(), Lang.VI));
        String motto = skeleton(Texts.render(DocumentText.MOTTO.with(), Lang.VI));
        for (String line : lines) {
            String letters = skeleton(line);
            if (letters.contains(country)
                    || letters.contains(motto)
                    || NUMBER.matcher(line).matches()
                    || line.startsWith("Nơi nhận")) {
                return true;
            }
        }
        return false;
    }

    /** An annex has the number of the paper it belongs to. */
    private boolean annex() {
        for (String line : lines.subList(0, Math.min(lines.size(), 20))) {
            if (line.matches("(?U)(?i)phụ lục( [IVXLC]+| \\d+)?")) {
                return true;
            }
        }
        return false;
    }

    private void page() {
        for (double[] p : facts.papers) {
            judged.add(FormPoint.PAPER);
            double shorter = Math.min(p[0], p[1]);
            double longer = Math.max(p[0], p[1]);
            if (Math.abs(shorter - 210) > 1 || Math.abs(longer - 297) > 1) {
                wrong(FormPoint.PAPER, "", DocumentText.LINT_PAPER.with(mm(p[0]), mm(p[1])));
            }
        }
        DocumentText[] names = {
            DocumentText.EDGE_TOP, DocumentText.EDGE_BOTTOM, DocumentText.EDGE_LEFT, DocumentText.EDGE_RIGHT
        };
        double[][] good = {{20, 25}, {20, 25}, {30, 35}, {15, 20}};
        Set<String> told = new java.util.HashSet<>();
        for (double[] m : facts.official ? facts.margins : List.<double[]>of()) {
            judged.add(FormPoint.MARGINS);
            for (int i = 0; i < 4; i++) {
                // Letters may stand away from the area's edge; they may not stand outside of it.
                boolean wide = m[i] > good[i][1] + SLACK && !(facts.ofLetters && i != 2);
                boolean narrow = m[i] < good[i][0] - (facts.ofLetters ? 1 : SLACK);
                if ((wide || narrow) && told.add(names[i] + mm(m[i]))) {
                    wrong(
                            FormPoint.MARGINS,
                            "",
                            DocumentText.LINT_MARGIN.with(
                                    names[i].with(), mm(m[i]), (int) good[i][0], (int) good[i][1]));
                }
            }
        }
    }

    private void letters() {
        if (!facts.fonts.isEmpty()) {
            judged.add(FormPoint.FONT);
            for (String font : facts.fonts) {
                if (!FONTS.contains(font)) {
                    wrong(FormPoint.FONT, font, DocumentText.LINT_FONT.with(font));
                }
            }
            for (String font : facts.outside) {
                wrong(FormPoint.FONT, font, DocumentText.LINT_FONT_OUTSIDE.with(font));
            }
        }
        judged.add(FormPoint.COMPOSED);
        for (FormFacts.Line line : facts.lines) {
            if (!Normalizer.isNormalized(line.text(), Normalizer.Form.NFC)) {
                wrong(FormPoint.COMPOSED, line.text(), DocumentText.LINT_NFC.with());
                break;
            }
        }
        TreeMap<Double, Integer> sizes = new TreeMap<>();
        int total = 0;
        for (FormFacts.Line line : facts.lines) {
            // Short lines are heads, names and cells.
            if (line.size() > 0
                    && !line.table()
                    && line.text().length() >= 40
                    && !line.text().startsWith("V/v")) {
                sizes.merge(line.size(), line.text().length(), Integer::sum);
                total += line.text().length();
            }
        }
        // A PDF does not say what is a table; across the page it mostly is one.
        boolean tables = facts.ofLetters && facts.papers.stream().anyMatch(p -> p[0] > p[1]);
        if (facts.official && total >= FEW && !tables) {
            judged.add(FormPoint.SIZE);
            double most = sizes.firstKey();
            for (double size : sizes.keySet()) {
                most = sizes.get(size) > sizes.get(most) ? size : most;
            }
            Message what = DocumentText.LINT_SIZE.with(plain(most));
            if (most >= 12.9 && most <= 14.1) {
                return;
            } else if (facts.ofLetters) {
                look(FormPoint.SIZE, "", what);
            } else {
                wrong(FormPoint.SIZE, "", what);
            }
        }
    }

    private void pageNumber() {
        if (facts.numbered == null) {
            return;
        }
        judged.add(FormPoint.PAGE_NUMBER);
        if (!facts.numbered) {
            look(FormPoint.PAGE_NUMBER, "", DocumentText.LINT_NO_PAGE_NUMBER.with());
        } else if (facts.numberElsewhere) {
            wrong(FormPoint.PAGE_NUMBER, "", DocumentText.LINT_PAGE_NUMBER_PLACE.with());
        }
        if (facts.numberOnFirst) {
            wrong(FormPoint.PAGE_NUMBER, "", DocumentText.LINT_PAGE_NUMBER_FIRST.with());
        }
    }

    private void country() {
        exact(FormPoint.COUNTRY, DocumentText.COUNTRY, DocumentText.LINT_NO_COUNTRY);
    }

    private void motto() {
        exact(FormPoint.MOTTO, DocumentText.MOTTO, DocumentText.LINT_NO_MOTTO);
    }

    private void exact(FormPoint point, DocumentText words, DocumentText missing) {
        judged.add(point);
        String right = Texts.render(words.with(), Lang.VI);
        String like = null;
        for (String line : lines) {
            // In a PDF the line beside it may share the row.
            if (line.contains(right)) {
                return;
            }
            if (skeleton(line).contains(skeleton(right))) {
                like = like == null ? line : like;
            }
        }
        if (like == null) {
            wrong(point, "", missing.with(right));
        } else {
            wrong(point, like, DocumentText.LINT_WRITE.with(right));
        }
    }

    /** Letters only, without accents, so that every way to write it wrong is known again. */
    private static String skeleton(String text) {
        return Viet.fold(text).replaceAll("[^a-z]", "");
    }

    private void number() {
        judged.add(FormPoint.NUMBER);
        for (String line : lines.subList(0, Math.min(lines.size(), 30))) {
            String part = line.contains(" Số:") ? line.substring(line.indexOf(" Số:") + 1) : line;
            Matcher m = NUMBER.matcher(part);
            if (m.matches()) {
                number(part, m.group(1).strip());
                return;
            }
        }
        if (!annex()) {
            look(FormPoint.NUMBER, "", DocumentText.LINT_NO_NUMBER.with());
        }
    }

    private void number(String line, String number) {
        // In a PDF the place and the date may follow on the row.
        Matcher date = Pattern.compile("^(\\S*(?: ?[/–-] ?\\S+)*?)\\s+\\p{Lu}.*ngày.*$")
                .matcher(number);
        String n = date.matches() ? date.group(1) : number;
        if (n.isEmpty() || n.startsWith("/")) {
            return; // A draft: the number is given after signing.
        }
        if (n.matches(".*\\s*[/–-]\\s.*|.*\\s[/–-].*")) {
            wrong(FormPoint.NUMBER, line, DocumentText.LINT_NUMBER_SPACES.with());
            return;
        }
        Matcher good = GOOD_NUMBER.matcher(n);
        if (!good.matches()) {
            wrong(FormPoint.NUMBER, line, DocumentText.LINT_NUMBER_FORM.with());
        } else if (good.group(1).length() < 2) {
            wrong(FormPoint.NUMBER, line, DocumentText.LINT_NUMBER_ZERO.with("0" + good.group(1)));
        }
    }

    private void date() {
        judged.add(FormPoint.DATE);
        for (String line : lines.subList(0, Math.min(lines.size(), 30))) {
            Matcher m = DATE.matcher(line);
            if (m.matches() && line.length() < 120 && !line.contains("(")) {
                date(line, m);
                return;
            }
        }
        look(FormPoint.DATE, "", DocumentText.LINT_NO_DATE.with());
    }

    private void date(String line, Matcher m) {
        if (m.group(1).isBlank()) {
            look(FormPoint.DATE, line, DocumentText.LINT_NO_PLACE.with());
        }
        String day = m.group(2);
        String month = m.group(3);
        if (day.isEmpty() && month.isEmpty() || day.matches("[.…]+")) {
            return; // A draft.
        }
        if (!day.matches("0[1-9]|[12]\\d|3[01]")) {
            wrong(
                    FormPoint.DATE,
                    line,
                    day.matches("[1-9]")
                            ? DocumentText.LINT_DAY_ZERO.with("0" + day)
                            : DocumentText.LINT_DATE_FORM.with());
        }
        if (month.matches("[12]")) {
            wrong(FormPoint.DATE, line, DocumentText.LINT_MONTH_ZERO.with("0" + month));
        } else if (month.matches("0[3-9]")) {
            wrong(FormPoint.DATE, line, DocumentText.LINT_MONTH_NO_ZERO.with(month.substring(1)));
        } else if (!month.matches("0[12]|[3-9]|1[0-2]")) {
            wrong(FormPoint.DATE, line, DocumentText.LINT_DATE_FORM.with());
        }
        if (m.group(4).length() != 4) {
            wrong(FormPoint.DATE, line, DocumentText.LINT_DATE_FORM.with());
        }
    }

    private void about() {
        judged.add(FormPoint.ABSTRACT);
        for (int i = 1; i < Math.min(lines.size(), 30); i++) {
            String kind = lines.get(i - 1);
            if (kind.matches("BÁO CÁO|KẾ HOẠCH|THÔNG BÁO|TỜ TRÌNH|BIÊN BẢN|CHƯƠNG TRÌNH|GIẤY MỜI|QUYẾT ĐỊNH")
                    && lines.get(i).matches("(?i)(v/v|về việc)\\b.*")) {
                look(FormPoint.ABSTRACT, lines.get(i), DocumentText.LINT_ABSTRACT.with());
            }
        }
    }

    private void ending() {
        judged.add(FormPoint.ENDING);
        for (String line : lines) {
            if (line.endsWith("./.")) {
                return;
            }
        }
        if (annex()) {
            return;
        }
        look(FormPoint.ENDING, "", DocumentText.LINT_ENDING.with());
    }

    private void signature() {
        judged.add(FormPoint.SIGNATURE);
        boolean found = false;
        for (int i = lines.size() - 1; i >= 0; i--) {
            String line = lines.get(i);
            if (ACADEMIC.matcher(line).matches() && line.length() < 60) {
                wrong(FormPoint.SIGNATURE, line, DocumentText.LINT_ACADEMIC.with());
            }
            Matcher m = AUTHORITY.matcher(line);
            if (m.matches() && line.equals(line.toUpperCase(Locale.ROOT))) {
                found = true;
                authority(line, m.group(1), after(i));
            }
        }
        for (int i = lines.size() / 2; !found && i < lines.size(); i++) {
            found = OFFICE.matcher(lines.get(i)).matches();
        }
        if (!found) {
            look(FormPoint.SIGNATURE, "", DocumentText.LINT_NO_SIGNATURE.with());
        }
    }

    /** The next line in capitals: the office that must stand below an authority. */
    private String after(int i) {
        for (int j = i + 1; j < Math.min(lines.size(), i + 6); j++) {
            String next = lines.get(j);
            Matcher m = Pattern.compile("(?U)(?:^|.*?\\s)((?:(?:TM|KT|TL|TUQ)\\. )?\\p{Lu}{2,}(?: \\p{Lu}+)*)$")
                    .matcher(next);
            if (m.matches()) {
                return m.group(1);
            }
        }
        return "";
    }

    private void authority(String line, String word, String next) {
        switch (word) {
            case "TM" -> {
                if (next.isEmpty()) {
                    wrong(FormPoint.SIGNATURE, line, DocumentText.LINT_OFFICE.with());
                }
            }
            case "KT" -> {
                if (!next.contains("PHÓ")) {
                    wrong(FormPoint.SIGNATURE, line, DocumentText.LINT_DEPUTY.with());
                }
            }
            default -> {
                if (next.isEmpty()) {
                    wrong(FormPoint.SIGNATURE, line, DocumentText.LINT_OFFICE.with());
                }
            }
        }
        if (!line.startsWith(word + ". ")) {
            wrong(FormPoint.SIGNATURE, line, DocumentText.LINT_AUTHORITY_DOT.with(word));
        }
    }

    private void recipients() {
        judged.add(FormPoint.RECIPIENTS);
        boolean head = false;
        boolean kept = false;
        for (String line : lines) {
            head |= line.matches("(?U)(.*\\s)?Nơi nhận\\s*:.*");
            kept |= head && line.matches("(?U)-\\s*Lưu\\s*:.*");
        }
        if (!head) {
            wrong(FormPoint.RECIPIENTS, "", DocumentText.LINT_NO_RECIPIENTS.with());
        } else if (!kept) {
            wrong(FormPoint.RECIPIENTS, "", DocumentText.LINT_NO_FILE_COPY.with());
        }
    }

    private void wrong(FormPoint point, String place, Message what) {
        findings.add(new FormFinding(Severity.CRITICAL, point, shorten(place), what, point.source()));
    }

    private void look(FormPoint point, String place, Message what) {
        findings.add(new FormFinding(Severity.WARNING, point, shorten(place), what, point.source()));
    }

    private static String shorten(String place) {
        String one = place.replaceAll("\\s+", " ").strip();
        return one.length() <= 80 ? one : one.substring(0, 79) + "…";
    }

    private static String mm(double d) {
        return plain(Math.round(d * 10) / 10.0);
    }

    private static String plain(double d) {
        return d == Math.rint(d) ? String.valueOf((long) d) : String.valueOf(d);
    }
}
