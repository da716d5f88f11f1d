package vn.vigil.cli.command.camera;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.base.Message;
import vn.vigil.camera.Discovered;
import vn.vigil.camera.DiscoveryPlan;
import vn.vigil.camera.DiscoveryRequest;
import vn.vigil.camera.DiscoveryResult;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Format;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.View;

/** {@code vigil camera discover}: who on a network may be a camera. Says where it will look before it sends anything. */
@Command(name = "discover")
public final class CameraDiscoverCommand extends ListCommand {
    /** Proposed one by one; more are left to the reader. */
    private static final int MOST_PROPOSALS = 10;

    @Option(names = "--interface", paramLabel = "INTERFACE")
    private String onInterface;

    @Option(names = "--cidr", paramLabel = "RANGE")
    private String range;

    @Option(names = "--timeout", paramLabel = "LENGTH")
    private String timeout;

    @Override
    protected ExitCode run() {
        DiscoveryRequest request =
                new DiscoveryRequest(onInterface, range, timeout == null ? null : duration(timeout), yes());
        DiscoveryPlan plan = vigil().cameras().planDiscovery(request);
        announce(plan);
        if (dryRun()) {
            note(DiscoverViewText.WOULD_SEARCH.with());
            return ExitCode.OK;
        }
        DiscoveryResult result = vigil().cameras().discover(plan, progress());
        Out out = out();
        DiscoveredRow row = new DiscoveredRow(out);
        if (out.format() == Format.JSON) {
            out.show("camera.discover", result, new ResultView(row));
        } else {
            out.list("camera.discover", "found", result.found(), row);
            out.flush();
        }
        explain(result);
        return ExitCode.OK;
    }

    private void announce(DiscoveryPlan plan) {
        if (plan.range() != null) {
            StringBuilder ports = new StringBuilder();
            for (int port : plan.ports()) {
                ports.append(ports.length() == 0 ? "" : ", ").append(port);
            }
            note(DiscoverViewText.KNOCKING.with(plan.range(), plan.hosts(), ports.toString()));
            return;
        }
        for (DiscoveryPlan.Network network : plan.networks()) {
            note(DiscoverViewText.ASKING.with(network.name(), network.address(), network.range()));
        }
        if (plan.networks().isEmpty()) {
            note(DiscoverViewText.ASKING_NOWHERE.with());
        }
    }

    private void explain(DiscoveryResult result) {
        if (!result.complete()) {
            note(DiscoverViewText.INCOMPLETE.with());
        }
        if (result.unusable() > 0) {
            note(DiscoverViewText.UNUSABLE.with(result.unusable()));
        }
        if (result.nothing() != null) {
            note(DiscoverViewText.NOTHING.with(result.nothing().why()));
            for (Message next : result.nothing().next()) {
                note(DiscoverViewText.NEXT.with(next));
            }
            return;
        }
        boolean asked = result.plan().range() == null;
        note((asked ? DiscoverViewText.FOUND : DiscoverViewText.FOUND_OPEN)
                .with(result.found().size()));
        propose(result.found());
    }

    private void propose(List<Discovered> found) {
        int proposals = 0;
        int open = 0;
        for (Discovered d : found) {
            if (d.cameras().isEmpty() && d.onvif() != null && ++proposals <= MOST_PROPOSALS) {
                note(DiscoverViewText.ADD_ONVIF.with(d.onvif(), homeFlag()));
            }
            open += d.cameras().isEmpty() && !d.ports().isEmpty() ? 1 : 0;
        }
        if (proposals > MOST_PROPOSALS) {
            note(DiscoverViewText.ADD_MORE.with(proposals - MOST_PROPOSALS));
        }
        if (open > 0) {
            note(DiscoverViewText.ADD_OPEN.with(homeFlag()));
        }
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.NOT_FOUND, ExitCode.REFUSED);
    }

    private record ResultView(DiscoveredRow row) implements View<DiscoveryResult> {
        @Override
        public void text(DiscoveryResult r, Out out) {
            throw new IllegalStateException("shown as a list");
        }

        @Override
        public void json(DiscoveryResult r, Json json) {
            json.array("interfaces");
            for (DiscoveryPlan.Network network : r.plan().networks()) {
                json.object()
                        .field("name", network.name())
                        .field("address", network.address())
                        .field("range", network.range())
                        .end();
            }
            json.end().field("range", r.plan().range());
            DiscoveredRow.ports(json, r.plan().ports());
            json.field("complete", r.complete()).field("unusableAnswers", r.unusable());
            json.field("nothing", r.nothing() == null ? null : r.nothing().word())
                    .array("found");
            for (Discovered d : r.found()) {
                json.object();
                row.json(d, json);
                json.end();
            }
            json.end();
        }
    }
}
