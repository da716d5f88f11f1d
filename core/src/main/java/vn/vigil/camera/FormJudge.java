package vn.vigil.camera;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.CameraId;
import vn.vigil.base.Message;
import vn.vigil.net.CameraUrl;
import vn.vigil.net.Login;
import vn.vigil.net.NetException;

/** Judges what somebody said of a camera and puts it to what is known of it. Pure. */
final class FormJudge {
    private static final List<CameraField> STREAMS =
            List.of(CameraField.URL, CameraField.SUB_URL, CameraField.REPLAY_URL);

    private final CameraForm form;
    private final Camera there;
    private final boolean asks;
    private final FieldReader reader;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<CameraField, String> texts = new EnumMap<>(CameraField.class);

    private FormJudge(CameraForm form, Camera there, boolean asks, FieldReader reader) {
        this.form = form;
        this.there = there;
        this.asks = asks;
        this.reader = reader;
    }

    /** What is wrong with which field. */
    record Fault(CameraField field, Message what) {}

    /**
     * A form put to a camera.
     *
     * @param faults all there are, in the order of the fields; nothing in them repeats an address
     * @param camera what the camera is afterwards; counts only without faults
     * @param inside the login that stood in an address, or null
     * @param rtspPort the port for streams that the device will name, or null
     */
    record Judged(List<Fault> faults, Camera camera, Login inside, Integer rtspPort) {
        boolean good() {
            return faults.isEmpty();
        }
    }

    /** A camera of which nothing was said. */
    static Camera blank(CameraId id) {
        return new Camera(
                id,
                id.value(),
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                "",
                DeviceFacts.NONE,
                Route.plain(null),
                Card.EMPTY);
    }

    /**
     * @param there the camera as it is, or a {@link #blank} one
     * @param asks whether the device will be asked for its streams
     */
    static Judged judge(CameraForm form, Camera there, boolean asks, FieldReader reader) {
        return new FormJudge(form, there, asks, reader).judge();
    }

    private Judged judge() {
        for (CameraField field : CameraField.values()) {
            texts.put(field, field.text(there));
        }
        form.said().forEach((field, written) -> {
            try {
                texts.put(field, reader.read(field, written));
            } catch (FieldReader.Unfit e) {
                faults.add(new Fault(field, e.what));
            }
        });
        boolean other = faults.isEmpty() && otherDevice();
        if (other) {
            forgetOldStreams();
        }
        if (faults.isEmpty()) {
            settleDriver();
            judgeRoute();
            Integer port = rtspPort();
            judgeLogin();
            if (faults.isEmpty()) {
                return new Judged(List.of(), camera(other), inside(), port);
            }
        }
        faults.sort(Comparator.comparing(Fault::field));
        return new Judged(faults, there, null, null);
    }

    /** Said, and not merely taken away. */
    private boolean said(CameraField field) {
        return form.said().containsKey(field) && !texts.get(field).isEmpty();
    }

    private boolean empty(CameraField field) {
        return texts.get(field).isEmpty();
    }

    private void fault(CameraField field, Message what) {
        faults.add(new Fault(field, what));
    }

    /** Whether what the device once told may be another device's from now on. */
    private boolean otherDevice() {
        for (CameraField field : List.of(
                CameraField.ONVIF, CameraField.ADDRESS, CameraField.CHANNEL, CameraField.FOLDER, CameraField.DRIVER)) {
            String before = field.text(there);
            if (!before.isEmpty() && !before.equals(texts.get(field))) {
                return true;
            }
        }
        return false;
    }

    /** Streams at the old address lie where nobody listens any more; a device with ONVIF is asked for them anew. */
    private void forgetOldStreams() {
        String before = there.onvif();
        if (before == null || before.equals(texts.get(CameraField.ONVIF)) || empty(CameraField.ONVIF)) {
            return;
        }
        String host = CameraFacts.device(there).host();
        for (CameraField field : STREAMS) {
            CameraUrl url = form.said().containsKey(field) ? null : url(texts.get(field));
            if (url != null && url.host().equals(host)) {
                texts.put(field, "");
            }
        }
    }

    private static CameraUrl url(String text) {
        try {
            return text.isEmpty() ? null : CameraFacts.rtsp(text);
        } catch (NetException e) {
            return null;
        }
    }

    /** Unless somebody chose one, the driver follows from the addresses. */
    private void settleDriver() {
        boolean chosen = there.route().driver() != usual(there.route().folder() != null, there.onvif() != null);
        boolean taken = form.said().containsKey(CameraField.DRIVER);
        if (taken ? empty(CameraField.DRIVER) : !chosen) {
            texts.put(
                    CameraField.DRIVER,
                    usual(!empty(CameraField.FOLDER), !empty(CameraField.ONVIF)).word());
        }
    }

    private static DriverKind usual(boolean folder, boolean onvif) {
        return folder ? DriverKind.FOLDER : onvif ? DriverKind.ONVIF : DriverKind.RTSP;
    }

    private void judgeRoute() {
        boolean noStream = empty(CameraField.URL);
        boolean noOnvif = empty(CameraField.ONVIF);
        boolean noAddress = empty(CameraField.ADDRESS);
        DriverKind driver = DriverKind.of(texts.get(CameraField.DRIVER));
        boolean driverSaid = said(CameraField.DRIVER);
        boolean vendor = driver == DriverKind.HIKVISION || driver == DriverKind.DAHUA;
        if (vendor && noAddress && noOnvif) {
            fault(CameraField.ADDRESS, CameraText.VENDOR_ADDRESS_MISSING.with(driver.word()));
        } else if (!vendor && !noAddress) {
            fault(CameraField.DRIVER, CameraText.ADDRESS_WITHOUT_VENDOR.with());
        } else if (driver == DriverKind.FOLDER && empty(CameraField.FOLDER)) {
            fault(CameraField.FOLDER, CameraText.FOLDER_MISSING.with());
        } else if (driver != DriverKind.FOLDER && !empty(CameraField.FOLDER)) {
            fault(CameraField.FOLDER, CameraText.FOLDER_WITHOUT_DRIVER.with());
        } else if (driver == DriverKind.ONVIF && noOnvif) {
            fault(CameraField.ONVIF, CameraText.ONVIF_MISSING.with());
        } else if (driver == DriverKind.RTSP && noStream) {
            fault(CameraField.URL, driverSaid ? CameraText.STREAM_MISSING.with() : CameraText.ADDRESS_MISSING.with());
        }
    }

    /** The port counts for streams that nobody wrote out: those the device will name, or named before. */
    private Integer rtspPort() {
        if (!said(CameraField.RTSP_PORT)) {
            return null;
        }
        Integer port = Integer.valueOf(texts.get(CameraField.RTSP_PORT));
        boolean used = asks && !empty(CameraField.ONVIF);
        for (CameraField field : STREAMS) {
            CameraUrl url = form.said().containsKey(field) ? null : url(texts.get(field));
            if (url != null) {
                texts.put(field, url.withHost(url.host(), port).toString());
                used = true;
            }
        }
        // Beside a written stream and without a device to ask, it was always passed over.
        if (!used && !(asks && said(CameraField.URL))) {
            fault(CameraField.RTSP_PORT, CameraText.PORT_WITHOUT_STREAM.with());
        }
        return port;
    }

    private void judgeLogin() {
        for (CameraField field : List.of(CameraField.USER, CameraField.PASSWORD_FILE)) {
            if (form.said().containsKey(field) && empty(field)) {
                fault(field, CameraText.LOGIN_NOT_CLEARED.with(form.id()));
            }
        }
        if (said(CameraField.PASSWORD_FILE) && empty(CameraField.USER)) {
            fault(CameraField.USER, CameraText.USER_MISSING.with());
        }
        Login inside = inside();
        boolean several = inside != null && said(CameraField.USER);
        for (CameraField field : STREAMS) {
            Login one = CameraFacts.login(form.get(field));
            several |= one != null && !one.equals(inside);
        }
        if (several) {
            fault(CameraField.URL, CameraText.SEVERAL_LOGINS.with());
        }
    }

    /** The first login among the addresses that were said, or null. */
    private Login inside() {
        for (CameraField field : STREAMS) {
            Login login = CameraFacts.login(form.get(field));
            if (login != null) {
                return login;
            }
        }
        return null;
    }

    private Camera camera(boolean other) {
        Login inside = inside();
        String name = texts.get(CameraField.NAME);
        return new Camera(
                there.id(),
                name.isEmpty() ? there.id().value() : name,
                nullable(CameraField.URL),
                nullable(CameraField.SUB_URL),
                nullable(CameraField.ONVIF),
                nullable(CameraField.REPLAY_URL),
                other ? null : there.recording(),
                inside == null ? nullable(CameraField.USER) : inside.user(),
                texts.get(CameraField.ESSENTIAL).equals("yes"),
                texts.get(CameraField.PLACE),
                other ? DeviceFacts.NONE : there.device(),
                new Route(
                        DriverKind.of(texts.get(CameraField.DRIVER)),
                        nullable(CameraField.ADDRESS),
                        Integer.parseInt(texts.get(CameraField.CHANNEL)),
                        nullable(CameraField.FOLDER),
                        texts.get(CameraField.BASIC_ALLOWED).equals("yes"),
                        nullable(CameraField.TLS_PIN),
                        other ? null : there.route().dialect()),
                card());
    }

    private Card card() {
        String groups = texts.get(CameraField.GROUP);
        String retention = texts.get(CameraField.RETENTION);
        return new Card(
                groups.isEmpty() ? List.of() : List.of(groups.split(",")),
                texts.get(CameraField.SITE),
                texts.get(CameraField.PURPOSE),
                retention.isEmpty() ? 0 : Integer.parseInt(retention.substring(0, retention.length() - 1)),
                day(CameraField.INSTALLED),
                texts.get(CameraField.SUPPLIER),
                day(CameraField.WARRANTY),
                texts.get(CameraField.UPLINK));
    }

    private LocalDate day(CameraField field) {
        return empty(field) ? null : LocalDate.parse(texts.get(field));
    }

    private String nullable(CameraField field) {
        return empty(field) ? null : texts.get(field);
    }
}
