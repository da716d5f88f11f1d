package vn.vigil.rtsp;

import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.Deadline;
import vn.vigil.base.World;
import vn.vigil.net.AddressRules;
import vn.vigil.net.CameraUrl;
import vn.vigil.net.Gate;
import vn.vigil.net.GateOptions;
import vn.vigil.net.Login;
import vn.vigil.net.TlsTrust;

/**
 * Asks very many cameras at once whether they would give their stream: OPTIONS, then DESCRIBE, and no further. No session is
 * ever set up, so none has to be torn down and no recorder is pushed out; the connection is closed behind the answer.
 */
public final class LightCheck {
    /**
     * One camera.
     *
     * @param url what to ask for, on the registered host; its own user info is not used
     * @param login offered once when the camera asks for one; null to go without
     * @param trust whom to believe behind {@code rtsps}
     * @param basicAllowed whether the password may be sent by Basic when nothing better is offered
     */
    public record Subject(CameraUrl url, Login login, AddressRules rules, TlsTrust trust, boolean basicAllowed) {}

    private LightCheck() {}

    /**
     * Asks them all. Nothing is thrown for a camera's sake.
     *
     * @param whole those that have not answered by then, through no fault of theirs, are not checked
     * @return one result each, in order
     */
    public static List<LightResult> run(
            World world, List<Subject> subjects, GateOptions options, Deadline whole, Gate.Done progress) {
        LightResult[] results = new LightResult[subjects.size()];
        List<Gate.Target> targets = new ArrayList<>(subjects.size());
        for (int i = 0; i < results.length; i++) {
            int index = i;
            Subject subject = subjects.get(i);
            targets.add(new Gate.Target(
                    subject.url().endpoint(),
                    subject.rules(),
                    subject.trust(),
                    () -> new LightTalk(world, subject, result -> results[index] = result)));
        }
        Gate.run(world, targets, options, whole, progress);
        return List.of(results);
    }
}
