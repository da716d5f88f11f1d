package vn.vigil.rtsp;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.Deadline;
import vn.vigil.base.World;
import vn.vigil.net.AddressRules;
import vn.vigil.net.CameraUrl;
import vn.vigil.net.GateOptions;
import vn.vigil.net.Login;
import vn.vigil.net.TlsTrust;

/**
 * One process that asks very many cameras of an {@link RtspFarm}, for {@code scripts/bench/light-check}. Arguments: port, how
 * many cameras, the timeout of one in seconds. Prints {@code LIGHT described timed-out others peak-KiB}.
 */
public final class GateBench {
    private GateBench() {}

    public static void main(String[] args) throws Exception {
        int port = Integer.parseInt(args[0]);
        int count = Integer.parseInt(args[1]);
        Duration timeout = Duration.ofSeconds(Integer.parseInt(args[2]));
        List<LightCheck.Subject> subjects = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String host = "127.77.0." + (1 + i % RtspFarm.ADDRESSES);
            CameraUrl url = CameraUrl.parse("rtsp://" + host + ":" + port + "/Streaming/Channels/" + i, "rtsp");
            Login login = new Login("operator", "bench password " + i);
            subjects.add(new LightCheck.Subject(url, login, AddressRules.of(host), TlsTrust.anyKey(), false));
        }
        World world = World.real();
        List<LightResult> results = LightCheck.run(
                world,
                subjects,
                GateOptions.DEFAULTS.withTimes(timeout, timeout),
                Deadline.in(world, Duration.ofMinutes(5)),
                (done, total) -> {});
        int described = 0;
        int late = 0;
        for (LightResult result : results) {
            described += result.video() ? 1 : 0;
            late += result.failure() != null && result.failure().cause() == RtspException.Cause.TIMEOUT ? 1 : 0;
        }
        String peak = "0";
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            peak = line.startsWith("VmHWM:") ? line.replaceAll("\\D", "") : peak;
        }
        System.out.println("LIGHT " + described + " " + late + " " + (count - described - late) + " " + peak);
    }
}
