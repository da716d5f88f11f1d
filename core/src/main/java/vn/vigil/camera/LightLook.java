package vn.vigil.camera;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.Deadline;
import vn.vigil.base.Progress;
import vn.vigil.base.World;
import vn.vigil.camera.Observation.Failure;
import vn.vigil.net.AddressRules;
import vn.vigil.net.CameraUrl;
import vn.vigil.net.GateOptions;
import vn.vigil.net.Login;
import vn.vigil.net.NetException;
import vn.vigil.rtsp.LightCheck;
import vn.vigil.rtsp.LightResult;

/** Looks at very many cameras at once, until each has described its stream. Stateless. */
final class LightLook {
    private final World world;
    private final Drivers drivers;

    LightLook(World world, Drivers drivers) {
        this.world = world;
        this.drivers = drivers;
    }

    /** @param login null to go without */
    record Subject(Camera camera, Login login) {}

    /**
     * @return one observation each, in order; {@code NOT_RUN} for a camera whose stream is not known yet
     */
    List<Observation> look(
            List<Subject> subjects, Duration answer, Duration perCamera, Deadline whole, Progress progress) {
        List<Observation> seen = new ArrayList<>(subjects.size());
        List<LightCheck.Subject> asked = new ArrayList<>(subjects.size());
        List<Integer> places = new ArrayList<>(subjects.size());
        for (int i = 0; i < subjects.size(); i++) {
            seen.add(Observation.failed(Failure.NOT_RUN, null));
            LightCheck.Subject subject = subject(subjects.get(i));
            if (subject != null) {
                asked.add(subject);
                places.add(i);
            } else if (subjects.get(i).camera().route().driver() == DriverKind.FOLDER) {
                seen.set(i, Observation.failed(Failure.NONE, null));
            }
        }
        List<LightResult> results = LightCheck.run(
                world,
                asked,
                GateOptions.DEFAULTS.withTimes(answer, perCamera),
                whole,
                (done, total) -> progress.at(CameraText.CHECKING.with(), done, total));
        for (int i = 0; i < results.size(); i++) {
            seen.set(places.get(i), observation(results.get(i)));
        }
        return seen;
    }

    private LightCheck.Subject subject(Subject s) {
        Camera camera = s.camera();
        String address = camera.subUrl() != null ? camera.subUrl() : camera.url();
        if (address == null) {
            return null;
        }
        try {
            CameraUrl url = CameraFacts.rtsp(address);
            Wire wire = drivers.wire(camera, s.login());
            return new LightCheck.Subject(
                    url, s.login(), AddressRules.of(url.host()), wire.trust(), wire.basicAllowed());
        } catch (NetException e) {
            throw new IllegalArgumentException("address was not judged before");
        }
    }

    private static Observation observation(LightResult result) {
        if (!result.run()) {
            return Observation.failed(Failure.NOT_RUN, null);
        }
        if (result.failure() != null) {
            return Observation.failed(Probe.failure(result.failure()), Probe.step(result.failure()));
        }
        return result.video()
                ? Observation.failed(Failure.NONE, null)
                : Observation.failed(Failure.NO_STREAM, Step.DESCRIBE);
    }
}
