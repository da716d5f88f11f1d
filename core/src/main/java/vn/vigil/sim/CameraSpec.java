package vn.vigil.sim;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.vigil.base.CameraId;
import vn.vigil.base.TimeSpan;

/**
 * One camera of the simulated site.
 *
 * @param id its name in the site
 * @param login what it accepts, or null: it asks for nothing
 * @param authentication which ways of logging in it knows
 * @param faults what it does wrong
 * @param clockOffset how far its clock runs ahead of true time; negative: behind
 * @param recorded what its recording covers, in true time, or null: it has none. A span that ends in the future grows
 *     until then
 * @param gaps holes in the recording, in true time, in order and without overlap
 * @param picture size and rates
 * @param vendor whose own protocol it speaks beside ONVIF
 */
public record CameraSpec(
        CameraId id,
        Login login,
        Authentication authentication,
        Set<Fault> faults,
        Duration clockOffset,
        TimeSpan recorded,
        List<TimeSpan> gaps,
        PictureSpec picture,
        Vendor vendor) {
    public CameraSpec {
        faults = Set.copyOf(faults);
        gaps = List.copyOf(gaps);
        for (int i = 1; i < gaps.size(); i++) {
            if (gaps.get(i).from().isBefore(gaps.get(i - 1).to())) {
                throw new IllegalArgumentException("gaps overlap or are out of order");
            }
        }
    }

    /** A faultless camera without login and recording. */
    public static CameraSpec of(String id) {
        return new CameraSpec(
                new CameraId(id),
                null,
                Authentication.DIGEST_MD5,
                Set.of(),
                Duration.ZERO,
                null,
                List.of(),
                PictureSpec.STANDARD,
                Vendor.NONE);
    }

    /** The same camera under another name. */
    public CameraSpec named(String other) {
        return new CameraSpec(
                new CameraId(other), login, authentication, faults, clockOffset, recorded, gaps, picture, vendor);
    }

    public CameraSpec withLogin(String user, String password) {
        return new CameraSpec(
                id, new Login(user, password), authentication, faults, clockOffset, recorded, gaps, picture, vendor);
    }

    public CameraSpec with(Authentication way) {
        return new CameraSpec(id, login, way, faults, clockOffset, recorded, gaps, picture, vendor);
    }

    /** Adds a fault. */
    public CameraSpec with(Fault fault) {
        EnumSet<Fault> more = EnumSet.of(fault);
        more.addAll(faults);
        return new CameraSpec(id, login, authentication, more, clockOffset, recorded, gaps, picture, vendor);
    }

    public CameraSpec withClockOffset(Duration ahead) {
        return new CameraSpec(id, login, authentication, faults, ahead, recorded, gaps, picture, vendor);
    }

    /** A recording over {@code span} of true time, minus {@code holes}. */
    public CameraSpec withRecording(TimeSpan span, TimeSpan... holes) {
        return new CameraSpec(id, login, authentication, faults, clockOffset, span, List.of(holes), picture, vendor);
    }

    public CameraSpec with(PictureSpec other) {
        return new CameraSpec(id, login, authentication, faults, clockOffset, recorded, gaps, other, vendor);
    }

    /** The same camera speaking a vendor's own protocol too. */
    public CameraSpec withVendor(Vendor other) {
        return new CameraSpec(id, login, authentication, faults, clockOffset, recorded, gaps, picture, other);
    }

    boolean has(Fault fault) {
        return faults.contains(fault);
    }

    /** How far the camera's clock really runs ahead. */
    Duration clockError() {
        return has(Fault.WRONG_CLOCK) && clockOffset.isZero() ? Duration.ofMinutes(31) : clockOffset;
    }
}
