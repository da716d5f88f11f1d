package vn.vigil.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.vigil.text.Lang;

/** Data for each shipped template, full as a busy month is. Names and numbers are made up. */
final class Samples {
    private static final List<String> NAMES = List.of(
            "Nguyễn Thị Phương Thảo",
            "Trần Quốc Đạt",
            "Lê Hoàng Ngọc Ánh",
            "Phạm Văn Được",
            "Vũ Thị Hường",
            "Hoàng Bảo Vỹ");

    private Samples() {}

    static Map<String, Object> of(String template, Lang lang) {
        return switch (template) {
            case "duty-table" -> table(lang);
            case "duty-month" -> month(lang, 12, 3);
            default -> throw new IllegalArgumentException(template);
        };
    }

    private static Map<String, Object> table(Lang lang) {
        boolean vi = lang == Lang.VI;
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int day = 1; day <= 5; day++) {
            for (int shift = 0; shift < 3; shift++) {
                rows.add(Map.of(
                        "day", (vi ? "Thứ Ba, " : "Tue, ") + (day < 10 ? "0" : "") + day + "/12/2026",
                        "shift",
                                (vi ? "Ca " : "Shift ") + (shift + 1) + "\n"
                                        + List.of("06:00–14:00", "14:00–22:00", "22:00–06:00")
                                                .get(shift),
                        "people", person(day + shift) + (shift == 2 ? "\n" + person(day + shift + 1) : ""),
                        "phones", phone(day + shift) + (shift == 2 ? "\n" + phone(day + shift + 1) : ""),
                        "leader", person(day),
                        "note", day == 3 ? (vi ? "Trực qua điện thoại" : "By telephone") : ""));
            }
        }
        return Map.ofEntries(
                Map.entry("superior", vi ? "SỞ KẾ HOẠCH VÀ ĐẦU TƯ" : "DEPARTMENT OF PLANNING"),
                Map.entry("body", vi ? "TỔ NÒNG CỐT AN NINH" : "SECURITY CORE TEAM"),
                Map.entry("annex", ""),
                Map.entry("title", vi ? "BẢNG PHÂN CÔNG TRỰC THÁNG 12 NĂM 2026" : "DUTY TABLE FOR DECEMBER 2026"),
                Map.entry(
                        "attached",
                        vi
                                ? "Kèm theo Thông báo số 05/TB-TNC ngày 25 tháng 11 năm 2026 của Tổ nòng cốt"
                                : "Attached to Notice No. 05/TB-TNC of 25 November 2026 of the core team"),
                Map.entry("mark", vi ? "LƯU HÀNH NỘI BỘ" : "INTERNAL USE ONLY"),
                Map.entry("place", vi ? "Đồng Nai" : "Dong Nai"),
                Map.entry("date", "2026-11-25"),
                Map.entry("rows", rows),
                Map.entry(
                        "contacts",
                        List.of(
                                Map.of("name", vi ? "Bảo vệ tòa nhà" : "Building guards", "phone", "0900 000 009"),
                                Map.of("name", vi ? "Công an phường" : "Ward police", "phone", "0251 0000 000"),
                                Map.of("name", vi ? "Công an" : "Police", "phone", "113"),
                                Map.of("name", vi ? "Cứu hỏa" : "Fire", "phone", "114"),
                                Map.of("name", vi ? "Cấp cứu" : "Ambulance", "phone", "115"))),
                Map.entry(
                        "notes",
                        List.of(
                                vi
                                        ? "Người trực vắng phải báo lãnh đạo trực trước 24 giờ./."
                                        : "Whoever cannot come tells the leader on duty 24 hours before.")),
                Map.entry("recipients", vi ? List.of("Như trên", "Lưu: VT, TNC") : List.of("As above", "File")),
                Map.entry(
                        "signatures",
                        List.of(Map.of(
                                "title",
                                        vi
                                                ? "TM. TỔ NÒNG CỐT\nKT. TỔ TRƯỞNG\nTỔ PHÓ"
                                                : "FOR THE CORE TEAM\nDEPUTY LEADER",
                                "note", "",
                                "name", "Trần Quốc Đạt"))));
    }

    static Map<String, Object> month(Lang lang, int days, int shifts) {
        boolean vi = lang == Lang.VI;
        List<String> titles = new ArrayList<>();
        for (int s = 0; s < shifts; s++) {
            titles.add((vi ? "Ca " : "Shift ") + (s + 1) + " (" + (s * 6) + ":00–" + (s * 6 + 6) + ":00)");
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int day = 1; day <= days; day++) {
            List<String> cells = new ArrayList<>();
            for (int s = 0; s < shifts; s++) {
                cells.add(person(day + s) + " " + phone(day + s));
            }
            rows.add(Map.of(
                    "day",
                    (vi ? "T3 " : "Tue ") + (day < 10 ? "0" : "") + day + "/12",
                    "mark",
                    day % 7 == 6,
                    "cells",
                    cells));
        }
        return Map.of(
                "body", vi ? "Tổ nòng cốt an ninh" : "Security core team",
                "title", vi ? "LỊCH TRỰC THÁNG 12 NĂM 2026" : "DUTY IN DECEMBER 2026",
                "shifts", titles,
                "days", rows,
                "contacts",
                        vi
                                ? "Bảo vệ 0900 000 009 · Công an phường 0251 0000 000 · Công an 113 · Cứu hỏa 114 · Cấp cứu 115"
                                : "Guards 0900 000 009 · Ward police 0251 0000 000 · Police 113 · Fire 114 · Ambulance 115",
                "footer", vi ? "Vắng báo tổ trưởng 0900 000 001." : "Absent: tell the leader, 0900 000 001.");
    }

    private static String person(int i) {
        return NAMES.get(i % NAMES.size());
    }

    private static String phone(int i) {
        return "0900 000 00" + i % NAMES.size();
    }
}
