package vn.vigil.camera;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.vigil.base.Deadline;
import vn.vigil.base.TimeSpan;
import vn.vigil.rtsp.PlayRequest;
import vn.vigil.rtsp.RtspException;

/** A stream address and nothing else; recordings only where a replay address is known, and nothing tells what is in them. */
final class RtspDriver implements Driver {
    private final Wire wire;
    private final Camera camera;

    RtspDriver(Wire wire, Camera camera) {
        this.wire = wire;
        this.camera = camera;
    }

    @Override
    public Set<Ability> abilities() {
        return camera.replayUrl() == null ? EnumSet.of(Ability.LIVE) : EnumSet.of(Ability.LIVE, Ability.REPLAY);
    }

    @Override
    public ClockAnswer clockForCheck(Deadline deadline) {
        return ClockAnswer.NOT_ASKED;
    }

    @Override
    public ClockFacts clock(Deadline deadline) {
        return ClockFacts.NONE;
    }

    @Override
    public Found find(Deadline deadline) {
        return new Found(DeviceFacts.NONE, null, camera.url(), camera.subUrl(), null, camera.replayUrl(), -1);
    }

    @Override
    public Footage footage(TimeSpan cameraTime, Deadline deadline) {
        Footage.Source source = camera.replayUrl() == null ? Footage.Source.NONE : Footage.Source.NOT_TOLD;
        return new Footage(source, List.of(), List.of());
    }

    @Override
    public FootageSource replay(TimeSpan cameraTime, ClockReading clock, Deadline deadline) throws RtspException {
        return wire.open(camera, "rtsp-replay", camera.replayUrl(), PlayRequest.replay(cameraTime), clock, deadline);
    }

    @Override
    public StorageFacts storage(Deadline deadline) {
        return StorageFacts.NONE;
    }

    @Override
    public List<Account> accounts(Deadline deadline) throws DriverException {
        throw new DriverException(DriverException.Reason.UNSUPPORTED, "");
    }
}
