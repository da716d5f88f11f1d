package vn.vigil.cli.command.camera;

import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import vn.vigil.base.MessageKey;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.RowView;
import vn.vigil.cli.view.Shell;
import vn.vigil.cli.view.Tone;
import vn.vigil.sim.CameraSpec;
import vn.vigil.sim.Fault;
import vn.vigil.sim.SimulatedCamera;
import vn.vigil.sim.VendorAddresses;

/** A simulated camera with all its addresses, and the command that puts it into an inventory, as a row. */
final class SimulatedRow implements RowView<SimulatedCamera> {
    private final Path passwordFile;
    private final String homeFlag;

    /**
     * @param passwordFile of the login that all cameras want; null: none
     * @param homeFlag what the proposed commands end with
     */
    SimulatedRow(Path passwordFile, String homeFlag) {
        this.passwordFile = passwordFile;
        this.homeFlag = homeFlag;
    }

    /** The command; by its stream's address alone where asking the device would fail. */
    String add(SimulatedCamera camera) {
        CameraSpec spec = camera.spec();
        boolean mute = spec.faults().contains(Fault.DEAD) || spec.faults().contains(Fault.REFUSES_LOGIN);
        StringBuilder line = new StringBuilder("vigil camera add ").append(spec.id());
        if (mute) {
            line.append(" --url ").append(camera.liveUrl());
        } else {
            line.append(" --onvif ").append(camera.onvifAddress());
        }
        if (spec.login() != null) {
            line.append(" --user ").append(Shell.quoted(spec.login().user()));
            line.append(" --password-file ").append(Shell.quoted(passwordFile.toString()));
        }
        return line.append(homeFlag).toString();
    }

    @Override
    public String[] columns() {
        return new String[] {
            "id", "faults", "onvif", "live", "replay", "snapshot", "vendorHttp", "vendorLive", "vendorPlayback", "add"
        };
    }

    @Override
    public MessageKey[] headings() {
        return new MessageKey[] {
            CameraViewText.ID,
            SimulateText.FAULTS,
            SimulateText.ONVIF,
            SimulateText.LIVE,
            SimulateText.REPLAY,
            SimulateText.SNAPSHOT
        };
    }

    @Override
    public void cells(SimulatedCamera c, Cells cells) {
        cells.add(c.spec().id().value(), Tone.STRONG)
                .add(String.join("+", faults(c)), Tone.WARNING)
                .add(c.onvifAddress())
                .add(c.liveUrl().toString())
                .add(text(replay(c)))
                .add(c.snapshotUrl().toString());
        if (!cells.forPeople()) {
            VendorAddresses vendor = c.vendorAddresses();
            cells.add(vendor == null ? null : text(vendor.http()))
                    .add(vendor == null ? null : text(vendor.live()))
                    .add(vendor == null ? null : text(vendor.playback()))
                    .add(add(c));
        }
    }

    @Override
    public void json(SimulatedCamera c, Json json) {
        json.field("id", c.spec().id().value()).array("faults");
        faults(c).forEach(json::value);
        json.end()
                .field("onvif", c.onvifAddress())
                .field("live", text(c.liveUrl()))
                .field("replay", text(replay(c)))
                .field("snapshot", text(c.snapshotUrl()));
        VendorAddresses vendor = c.vendorAddresses();
        if (vendor == null) {
            json.field("vendor", (String) null);
        } else {
            json.object("vendor")
                    .field("name", c.spec().vendor().word())
                    .field("http", text(vendor.http()))
                    .field("live", text(vendor.live()))
                    .field("playback", text(vendor.playback()))
                    .end();
        }
        json.field("user", c.spec().login() == null ? null : c.spec().login().user())
                .field(
                        "recordedFrom",
                        replay(c) == null ? null : c.spec().recorded().from())
                .field("add", add(c));
    }

    /** Null when it records nothing. */
    private static URI replay(SimulatedCamera c) {
        return c.spec().recorded() == null || c.spec().faults().contains(Fault.NO_RECORDING) ? null : c.replayUrl();
    }

    private static Set<String> faults(SimulatedCamera c) {
        Set<String> words = new TreeSet<>();
        for (Fault fault : c.spec().faults()) {
            words.add(fault.word());
        }
        return words;
    }

    private static String text(URI address) {
        return address == null ? null : address.toString();
    }
}
