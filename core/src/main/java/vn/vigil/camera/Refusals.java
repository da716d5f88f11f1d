package vn.vigil.camera;

import java.time.ZoneId;
import vn.vigil.base.CameraId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.camera.Observation.Failure;
import vn.vigil.rtsp.RtspException;
import vn.vigil.text.TimeText;

/** Conversations that failed, told to people. */
final class Refusals {
    private final ZoneId zone;

    Refusals(ZoneId zone) {
        this.zone = zone;
    }

    /** A stream that was not given. */
    VigilException of(RtspException e, Message what, Camera camera) {
        if (e.cause() == RtspException.Cause.RANGE) {
            return new VigilException(ErrorKind.NOT_FOUND, "VG-CAMERA-NO-RECORDING", what)
                    .why(CameraText.NOTHING_RECORDED.with())
                    .causedBy(e);
        }
        if (e.cause() == RtspException.Cause.FORBIDDEN_ADDRESS) {
            return new VigilException(ErrorKind.REFUSED, "VG-CAMERA-FORBIDDEN-ADDRESS", what)
                    .why(CameraText.WHY_FORBIDDEN_ADDRESS.with())
                    .causedBy(e);
        }
        return of(Probe.failure(e), what, camera.id(), camera.user()).causedBy(e);
    }

    VigilException of(Failure failure, Message what, CameraId id, String user) {
        VigilException told =
                switch (failure) {
                    case UNREACHABLE ->
                        new VigilException(ErrorKind.UNREACHABLE, "VG-CAMERA-UNREACHABLE", what)
                                .why(CameraText.WHY_UNREACHABLE.with());
                    case REFUSED ->
                        new VigilException(ErrorKind.DENIED, "VG-CAMERA-LOGIN-REFUSED", what)
                                .why(
                                        user == null
                                                ? CameraText.WHY_LOGIN_NEEDED.with()
                                                : CameraText.WHY_REFUSED.with(user))
                                .next(CameraText.NEXT_PASSWORD.with(id));
                    case NOT_OFFERED ->
                        new VigilException(ErrorKind.DENIED, "VG-CAMERA-LOGIN-NEEDED", what)
                                .why(
                                        user == null
                                                ? CameraText.WHY_LOGIN_NEEDED.with()
                                                : CameraText.WHY_NOT_OFFERED.with());
                    case NO_STREAM ->
                        new VigilException(ErrorKind.UNREACHABLE, "VG-CAMERA-NO-STREAM", what)
                                .why(CameraText.WHY_NO_STREAM.with());
                    case NO_PICTURE ->
                        new VigilException(ErrorKind.FAILED, "VG-CAMERA-NO-PICTURE", what)
                                .why(CameraText.WHY_NO_PICTURE.with());
                    case BUSY ->
                        new VigilException(ErrorKind.UNREACHABLE, "VG-CAMERA-BUSY", what)
                                .why(CameraText.WHY_BUSY.with());
                    case KEY_CHANGED ->
                        new VigilException(ErrorKind.REFUSED, "VG-CAMERA-KEY-CHANGED", what)
                                .why(CameraText.WHY_KEY_CHANGED.with());
                    case DECODER_FAILED ->
                        new VigilException(ErrorKind.FAILED, "VG-CAMERA-DECODER", what)
                                .why(CameraText.WHY_DECODER_FAILED.with());
                    case NONE, NOT_RUN ->
                        new VigilException(ErrorKind.UNREACHABLE, "VG-CAMERA-NOT-ASKED", what)
                                .why(CameraText.WHY_NOT_RUN.with());
                };
        return failure == Failure.REFUSED ? told : told.next(CameraText.NEXT_CHECK.with(id));
    }

    /** A question to a device that was not answered. */
    VigilException of(DriverException e, Message what, CameraId id, String user) {
        VigilException told =
                switch (e.reason()) {
                    case UNREACHABLE -> of(Failure.UNREACHABLE, what, id, user);
                    case REFUSED, CLOCK_SUSPECTED, LOCKED -> of(Failure.REFUSED, what, id, user);
                    case KEY_CHANGED -> of(Failure.KEY_CHANGED, what, id, user);
                    case BUSY -> of(Failure.BUSY, what, id, user);
                    case STRANGER -> told(e, "VG-CAMERA-NOT-ONVIF", "VG-CAMERA-STRANGER", what);
                    case UNSUPPORTED, FAULT -> told(e, "VG-CAMERA-ONVIF-FAULT", "VG-CAMERA-FAULT", what);
                };
        if (e.reason() == DriverException.Reason.BUSY && e.why() != null) {
            told.why(e.why());
        }
        if (e.reason() == DriverException.Reason.CLOCK_SUSPECTED) {
            told.why(CameraText.WHY_CLOCK_SKEW.with());
        }
        if (e.reason() == DriverException.Reason.LOCKED) {
            told.why(CameraText.WHY_LOCKED.with());
        }
        return told.causedBy(e);
    }

    /** With the sentence that came with it, else the usual one of ONVIF devices. */
    private static VigilException told(DriverException e, String usual, String special, Message what) {
        if (e.why() != null) {
            return new VigilException(ErrorKind.FAILED, special, what).why(e.why());
        }
        boolean stranger = e.reason() == DriverException.Reason.STRANGER;
        return new VigilException(ErrorKind.FAILED, usual, what)
                .why(stranger ? CameraText.WHY_NOT_ONVIF.with() : CameraText.WHY_ONVIF_FAULT.with(e.told()));
    }

    /** A login that is not offered again. */
    VigilException quarantined(Logins.Key key, Message what, CameraId id) {
        return new VigilException(ErrorKind.DENIED, "VG-CAMERA-LOGIN-QUARANTINED", what)
                .why(CameraText.WHY_QUARANTINED.with(TimeText.print(key.quarantinedSince(), zone)))
                .next(CameraText.NEXT_PASSWORD.with(id))
                .next(CameraText.NEXT_RELEASE.with(id));
    }
}
