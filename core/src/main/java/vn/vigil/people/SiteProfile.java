package vn.vigil.people;

import java.time.LocalDate;

/**
 * What the site is called, valid from a day until the next profile begins (A25: bodies are merged and renamed; old documents
 * keep the old names).
 *
 * @param from first day, in the site's zone
 * @param body the organisation that runs the cameras
 * @param superiorBody the body above it
 * @param place printed before a document's date
 * @param wardPolice the ward police who guide the team (clause 4)
 * @param trackFrom duties before this day are not tracked
 * @param confirmed false while these are the default profile's names that nobody has confirmed: no document prints them
 */
public record SiteProfile(
        LocalDate from,
        String body,
        String superiorBody,
        String place,
        String wardPolice,
        LocalDate trackFrom,
        boolean confirmed) {
    /** The profile of the regulation that vigil was first made for, from a day on; unconfirmed. */
    public static SiteProfile byDefault(LocalDate day) {
        return new SiteProfile(
                day, "Sở Kế hoạch và Đầu tư", "Ủy ban nhân dân tỉnh", "…", "Công an phường Bình Hưng", day, false);
    }

    /** What papers, keys and packages call the body: never a name of the default profile that nobody confirmed. */
    public String printedBody() {
        return confirmed ? body : "(đơn vị chưa đặt tên)";
    }
}
