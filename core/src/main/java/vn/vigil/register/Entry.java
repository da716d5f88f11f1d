package vn.vigil.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * An outgoing document, as the register of outgoing documents has it (Decree 30/2020, appendix IV).
 *
 * @param key what the document is to vigil
 * @param number number and symbol: {@code 05/BC-TNC}
 * @param own from a series of the house's own, and not given outside
 * @param title kind and abstract
 * @param holder who keeps the file copy, or null
 * @param copies or null
 * @param sent or null
 * @param receipt or null
 * @param note or null
 * @param enteredBy member id, or {@code os:<account>}
 */
public record Entry(
        String key,
        String number,
        boolean own,
        LocalDate date,
        String title,
        String signer,
        List<String> recipients,
        String holder,
        Integer copies,
        LocalDate sent,
        String receipt,
        String note,
        Instant enteredAt,
        String enteredBy) {
    /** The headings of the form, in its order; it is Vietnamese whatever language vigil speaks. */
    public static final List<String> HEADINGS = List.of(
            "Số, ký hiệu văn bản",
            "Ngày tháng văn bản",
            "Tên loại và trích yếu nội dung văn bản",
            "Người ký",
            "Nơi nhận văn bản",
            "Đơn vị, người nhận bản lưu",
            "Số lượng bản",
            "Ngày chuyển",
            "Ký nhận",
            "Ghi chú");

    public Entry {
        recipients = List.copyOf(recipients);
    }

    /** The ten cells under {@link #HEADINGS}; days as {@code dd/mm/yyyy}, empty where nothing is known. */
    public List<String> cells() {
        List<String> cells = new ArrayList<>();
        cells.add(number);
        cells.add(day(date));
        cells.add(title);
        cells.add(signer);
        cells.add(String.join("; ", recipients));
        cells.add(text(holder));
        cells.add(copies == null ? "" : copies.toString());
        cells.add(day(sent));
        cells.add(text(receipt));
        cells.add(text(note));
        return cells;
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }

    private static String day(LocalDate day) {
        if (day == null) {
            return "";
        }
        return two(day.getDayOfMonth()) + "/" + two(day.getMonthValue()) + "/" + day.getYear();
    }

    private static String two(int n) {
        return (n < 10 ? "0" : "") + n;
    }
}
