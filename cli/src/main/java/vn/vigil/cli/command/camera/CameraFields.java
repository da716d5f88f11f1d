package vn.vigil.cli.command.camera;

import java.time.Duration;
import java.time.LocalDate;
import vn.vigil.base.Message;
import vn.vigil.camera.Camera;
import vn.vigil.camera.Card;
import vn.vigil.camera.ClockReading;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;

/** How a camera and its clock look, alike in all camera verbs. */
final class CameraFields {
    private CameraFields() {}

    /** The fields of a camera's JSON object. */
    static void json(Camera c, Json json) {
        json.field("id", c.id().value())
                .field("name", c.name())
                .field("url", c.url())
                .field("subUrl", c.subUrl())
                .field("onvif", c.onvif())
                .field("replayUrl", c.replayUrl())
                .field("recording", c.recording())
                .field("user", c.user())
                .field("essential", c.essential())
                .field("place", c.place())
                .field("maker", c.device().maker())
                .field("model", c.device().model())
                .field("firmware", c.device().firmware())
                .field("serial", c.device().serial())
                .field("driver", c.route().driver().word())
                .field("address", c.route().address())
                .field("channel", c.route().channel())
                .field("folder", c.route().folder())
                .field("basicAllowed", c.route().basicAllowed())
                .field("tlsPin", c.route().pin())
                .array("groups");
        for (String group : c.card().groups()) {
            json.value(group);
        }
        json.end()
                .field("site", c.card().site())
                .field("purpose", c.card().purpose())
                .field("retentionDays", c.card().retentionDays())
                .field("installed", day(c.card().installed()))
                .field("supplier", c.card().supplier())
                .field("warrantyUntil", day(c.card().warrantyUntil()))
                .field("uplink", c.card().uplink());
    }

    private static String day(LocalDate day) {
        return day == null ? null : day.toString();
    }

    /** A clock reading as an object under {@code clock}; null when there is none. */
    static void json(ClockReading clock, Json json) {
        if (clock == null) {
            json.field("clock", (String) null);
            return;
        }
        json.object("clock")
                .field("offsetMs", clock.offset().toMillis())
                .field("errorMs", clock.error().toMillis())
                .field("how", clock.how().word())
                .field("measuredAt", clock.measuredAt())
                .end();
    }

    /** For people: {@code +31 min 0.2 s ± 0.3 s}. */
    static Message words(ClockReading clock) {
        CameraViewText form = clock.how().asked() ? CameraViewText.CLOCK_VALUE : CameraViewText.CLOCK_VALUE_RTCP;
        return form.with(length(clock.offset(), true), length(clock.error(), false));
    }

    static String length(Duration d, boolean signed) {
        Duration size = d.abs();
        StringBuilder out = new StringBuilder();
        if (signed) {
            out.append(size.toMillis() < 50 ? "" : d.isNegative() ? "−" : "+"); // what rounds to nothing has no sign
        }
        if (size.toHours() > 0) {
            out.append(size.toHours()).append(" h ");
        }
        if (size.toMinutes() > 0) {
            out.append(size.toMinutesPart()).append(" min ");
        }
        long tenths = (size.toMillis() % 60_000 + 50) / 100;
        return out.append(tenths / 10)
                .append('.')
                .append(tenths % 10)
                .append(" s")
                .toString();
    }

    /** Everything known of a camera, line by line. */
    static void lines(Camera c, Out out) {
        pair(out, CameraViewText.ID, c.id().value());
        pair(out, CameraViewText.NAME, c.name());
        pair(out, CameraViewText.PLACE, c.place().isEmpty() ? null : c.place());
        pair(out, CameraViewText.ESSENTIAL, out.text((c.essential() ? CameraViewText.YES : CameraViewText.NO).with()));
        pair(out, CameraViewText.STREAM, c.url());
        pair(out, CameraViewText.SUB_STREAM, c.subUrl());
        if (c.onvif() != null) {
            out.pair("ONVIF", 20, c.onvif());
        }
        pair(out, CameraViewText.DRIVER, c.route().driver().word());
        pair(out, CameraViewText.INTERFACE, c.route().address());
        pair(
                out,
                CameraViewText.CHANNEL,
                c.route().channel() == 1 ? null : Integer.toString(c.route().channel()));
        pair(out, CameraViewText.FOLDER, c.route().folder());
        pair(out, CameraViewText.REPLAY, c.replayUrl());
        pair(out, CameraViewText.RECORDING, c.recording());
        pair(out, CameraViewText.USER, c.user());
        String device = (text(c.device().maker()) + " " + text(c.device().model())).strip();
        pair(out, CameraViewText.DEVICE, device.isEmpty() ? null : device);
        pair(out, CameraViewText.FIRMWARE, c.device().firmware());
        pair(out, CameraViewText.SERIAL, c.device().serial());
        pair(out, CameraViewText.TLS_PIN, c.route().pin());
        pair(out, CameraViewText.BASIC_ALLOWED, c.route().basicAllowed() ? out.text(CameraViewText.YES.with()) : null);
        card(c.card(), out);
    }

    private static void card(Card card, Out out) {
        pair(out, CameraViewText.GROUPS, filled(String.join(", ", card.groups())));
        pair(out, CameraViewText.SITE, filled(card.site()));
        pair(out, CameraViewText.PURPOSE, filled(card.purpose()));
        pair(
                out,
                CameraViewText.RETENTION,
                card.retentionDays() == 0 ? null : out.text(CameraViewText.DAYS.with(card.retentionDays())));
        pair(out, CameraViewText.INSTALLED, day(card.installed()));
        pair(out, CameraViewText.SUPPLIER, filled(card.supplier()));
        pair(out, CameraViewText.WARRANTY, day(card.warrantyUntil()));
        pair(out, CameraViewText.UPLINK, filled(card.uplink()));
    }

    private static String filled(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Nothing for null. */
    static void pair(Out out, CameraViewText name, String value) {
        if (value != null) {
            out.pair(out.text(name.with()), 20, value);
        }
    }

    private static String text(String s) {
        return s == null ? "" : s;
    }
}
