package vn.vigil.camera;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import vn.vigil.base.CameraId;
import vn.vigil.base.Deadline;
import vn.vigil.base.Progress;
import vn.vigil.base.World;
import vn.vigil.net.Ipv4Range;
import vn.vigil.net.NetException;
import vn.vigil.net.NetInterface;
import vn.vigil.net.Sweep;
import vn.vigil.onvif.DiscoveredDevice;
import vn.vigil.onvif.Discovery;

/**
 * Looks for cameras on a network: by one multicast question, or by knocking at ports. Who answers is told, with what it claims,
 * and nobody is asked anything further. Stateless; safe for several threads.
 */
final class Discoveries {
    private static final int MOST_THREADS = 8;
    /** A search must end: each address may take its whole wait in turn, and the machine may be slow. */
    private static final Duration SPARE = Duration.ofMinutes(2);

    private final World world;
    private final List<Camera> known;
    private final InetSocketAddress group;

    /**
     * @param known the inventory
     * @param group where to ask, {@link Discovery#GROUP} but for tests
     */
    Discoveries(World world, List<Camera> known, InetSocketAddress group) {
        this.world = world;
        this.known = known;
        this.group = group;
    }

    DiscoveryResult run(DiscoveryPlan plan, Progress progress) {
        return plan.range() == null ? ask(plan, progress) : knock(plan, progress);
    }

    private DiscoveryResult ask(DiscoveryPlan plan, Progress progress) {
        List<NetInterface> there = NetInterface.all();
        List<NetInterface> interfaces = new ArrayList<>();
        for (DiscoveryPlan.Network network : plan.networks()) {
            interfaces.addAll(NetInterface.chosen(there, network.address()));
        }
        progress.at(DiscoveryText.LISTENING.with(), 0, -1);
        List<Discovery.Result> results = probe(interfaces, Deadline.in(world, plan.answer()));
        Map<String, List<CameraId>> inventory = inventory();
        List<Discovered> found = new ArrayList<>();
        int sent = 0;
        int unusable = 0;
        for (Discovery.Result result : results) {
            sent += result.sent();
            unusable += result.unusable();
            for (DiscoveredDevice device : result.devices()) {
                Discovered one = told(device, inventory);
                if (!found.contains(one)) {
                    found.add(one);
                }
            }
        }
        found.sort(Comparator.comparing(d -> sortable(d.address())));
        NothingFound nothing = !found.isEmpty()
                ? null
                : interfaces.isEmpty()
                        ? NothingFound.NO_INTERFACE
                        : sent == 0 ? NothingFound.NOT_SENT : NothingFound.NOTHING_ANSWERED;
        boolean complete = results.size() == plan.networks().size();
        return new DiscoveryResult(plan, found, complete, unusable, nothing);
    }

    /** All interfaces at once; one that cannot be used has no result. */
    private List<Discovery.Result> probe(List<NetInterface> interfaces, Deadline deadline) {
        List<Discovery.Result> results = new ArrayList<>();
        if (interfaces.isEmpty()) {
            return results;
        }
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(MOST_THREADS, interfaces.size()), task -> {
            Thread thread = new Thread(task, "discover");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<Discovery.Result>> turns = new ArrayList<>();
            for (NetInterface one : interfaces) {
                Callable<Discovery.Result> turn = () -> Discovery.probe(world, one, group, deadline);
                turns.add(pool.submit(turn));
            }
            for (Future<Discovery.Result> turn : turns) {
                try {
                    results.add(turn.get());
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof NetException)) {
                        throw new IllegalStateException(e.getCause());
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            pool.shutdownNow();
        }
        return results;
    }

    private DiscoveryResult knock(DiscoveryPlan plan, Progress progress) {
        Ipv4Range range = DiscoveryPlanner.range(plan.range());
        int[] ports = plan.ports().stream().mapToInt(Integer::intValue).toArray();
        Deadline whole = Deadline.in(world, SPARE.plus(plan.answer().multipliedBy(1 + plan.hosts() / 64)));
        Sweep.Result swept = Sweep.run(
                world,
                range,
                ports,
                plan.answer(),
                whole,
                (done, total) -> progress.at(DiscoveryText.KNOCKING.with(), done, total));
        Map<String, List<CameraId>> inventory = inventory();
        List<Discovered> found = new ArrayList<>();
        for (Sweep.Host host : swept.hosts()) {
            List<CameraId> cameras = inventory.getOrDefault(host.address(), List.of());
            found.add(new Discovered(host.address(), "", "", "", List.of(), host.ports(), null, null, false, cameras));
        }
        NothingFound nothing = !found.isEmpty()
                ? null
                : swept.closed() > 0
                        ? NothingFound.NO_CAMERA_PORT
                        : plan.networks().isEmpty() ? NothingFound.OTHER_NETWORK : NothingFound.NOBODY_THERE;
        return new DiscoveryResult(plan, found, swept.complete(), 0, nothing);
    }

    private Discovered told(DiscoveredDevice device, Map<String, List<CameraId>> inventory) {
        String onvif = null;
        if (device.xaddr() != null && !device.foreign()) {
            boolean usual = device.xaddr().port() == 80;
            onvif = device.xaddr().host() + (usual ? "" : ":" + device.xaddr().port());
        }
        return new Discovered(
                device.source(),
                device.name(),
                device.hardware(),
                device.location(),
                device.profiles(),
                List.of(),
                device.xaddr() == null ? null : device.xaddr().toString(),
                onvif,
                device.foreign(),
                inventory.getOrDefault(device.source(), List.of()));
    }

    /** Who of the inventory is at which host, as the inventory writes it. */
    private Map<String, List<CameraId>> inventory() {
        Map<String, List<CameraId>> at = new HashMap<>();
        for (Camera camera : known) {
            try {
                String host = camera.onvif() != null
                        ? CameraFacts.onvif(camera.onvif()).host()
                        : CameraFacts.rtsp(camera.url()).host();
                at.computeIfAbsent(host, h -> new ArrayList<>()).add(camera.id());
            } catch (NetException e) {
                throw new IllegalStateException("an address in the inventory that is none", e);
            }
        }
        return at;
    }

    /** Addresses in the order of their numbers. */
    private static String sortable(String address) {
        StringBuilder out = new StringBuilder();
        for (String part : address.split("\\.")) {
            out.append("000", 0, Math.max(0, 3 - part.length())).append(part).append('.');
        }
        return out.toString();
    }
}
