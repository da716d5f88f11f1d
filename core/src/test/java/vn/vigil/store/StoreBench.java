package vn.vigil.store;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.vigil.base.World;
import vn.vigil.config.Config;
import vn.vigil.config.Home;
import vn.vigil.ledger.Entry;
import vn.vigil.ledger.Ledger;
import vn.vigil.ledger.Proof;
import vn.vigil.ledger.Who;

/**
 * Several processes at one store at once, for {@code scripts/bench/store}. Arguments: an empty folder, processes, transactions of
 * each, rounds of racing first opens. Prints {@code WRITES errors worst-ms} and {@code OPENS errors worst-ms}.
 */
public final class StoreBench {
    private static final World WORLD = World.real();
    private static final PrintStream OUT = System.out;
    private static final Who WHO = new Who("bench", null, Proof.SELECTED);

    private StoreBench() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        if (args.length == 1) {
            child(folder);
            return;
        }
        int processes = Integer.parseInt(args[1]);
        int transactions = Integer.parseInt(args[2]);
        int rounds = Integer.parseInt(args[3]);
        List<Child> children = new ArrayList<>();
        try {
            for (int i = 0; i < processes; i++) {
                children.add(new Child(folder));
            }
            for (Child c : children) {
                c.awaitReady();
            }
            Tally opens = new Tally();
            for (int r = 0; r < rounds; r++) {
                opens.add(children, "open " + r);
            }
            Tally writes = new Tally();
            writes.add(children, "write " + transactions);
            Config config = config(folder.resolve("written"));
            try (Store store = Store.open(config.home(), config, WORLD)) {
                writes.errors += store.check().size();
                writes.errors += new Ledger(store, WORLD).verify().intact() ? 0 : 1;
                long there = store.read(tx -> {
                    try (ResultSet row =
                            tx.prepare("select count(*) from ledger_entry").executeQuery()) {
                        return row.next() ? row.getLong(1) : 0;
                    }
                });
                if (there < (long) processes * transactions) {
                    throw new IllegalStateException("only " + there + " entries are there");
                }
            }
            OUT.println("WRITES " + writes);
            OUT.println("OPENS " + opens);
        } finally {
            for (Child c : children) {
                c.process.destroy();
            }
        }
    }

    private static Config config(Path home) {
        return Config.load(WORLD, Home.of(WORLD, home), null);
    }

    /** Answers of all children to one order, given to all at once. */
    private static final class Tally {
        int errors;
        double worst;

        void add(List<Child> children, String order) throws IOException {
            for (Child c : children) {
                c.in.write(order + "\n");
            }
            for (Child c : children) {
                c.in.flush();
            }
            for (Child c : children) {
                String[] answer = String.valueOf(c.out.readLine()).split(" ", 3);
                if (answer.length < 2 || !answer[0].equals("DONE")) {
                    errors++;
                    System.err.println(String.join(" ", answer));
                } else {
                    worst = Math.max(worst, Long.parseLong(answer[1]) / 1e6);
                }
            }
        }

        @Override
        public String toString() {
            return errors + " " + Math.round(worst);
        }
    }

    private static final class Child {
        final Process process;
        final BufferedWriter in;
        final BufferedReader out;

        Child(Path folder) throws IOException {
            List<String> command = new ArrayList<>(List.of(
                    System.getProperty("java.home") + "/bin/java",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path")));
            String library = System.getProperty("org.sqlite.lib.path");
            if (library != null) {
                command.add("-Dorg.sqlite.lib.path=" + library);
            }
            command.add(StoreBench.class.getName());
            command.add(folder.toString());
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            in = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
            out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        }

        void awaitReady() throws IOException {
            if (!"READY".equals(out.readLine())) {
                throw new IOException("a process did not start");
            }
        }
    }

    /** Takes orders. First it works in a store of its own: what a JVM needs to get going is not the store's. */
    private static void child(Path folder) throws IOException {
        Path own = folder.resolve("own-" + ProcessHandle.current().pid());
        open(own);
        write(own, 20);
        OUT.println("READY");
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            String[] words = order.split(" ");
            try {
                long took = words[0].equals("open")
                        ? open(folder.resolve("opened-" + words[1]))
                        : write(folder.resolve("written"), Integer.parseInt(words[1]));
                OUT.println("DONE " + took);
            } catch (Exception e) {
                OUT.println("FAILED " + e);
            }
        }
    }

    /** First open of a store that does not exist yet, and a first write. */
    private static long open(Path home) throws IOException {
        Files.createDirectories(home.getParent());
        Config config = config(home);
        long t = WORLD.nanos();
        try (Store store = Store.create(config.home(), config, WORLD)) {
            store.write(tx -> tx.run("update lease set name = name"));
        }
        return WORLD.nanos() - t;
    }

    /** The longest of many changes, each with its ledger entry, as every verb makes them. */
    private static long write(Path home, int transactions) {
        Config config = config(home);
        long worst = 0;
        try (Store store = Store.create(config.home(), config, WORLD)) {
            Ledger ledger = new Ledger(store, WORLD);
            for (int i = 0; i < transactions; i++) {
                int n = i;
                long t = WORLD.nanos();
                store.write(tx -> ledger.append(tx, new Entry(WHO, "bench.act", "n-" + n, Map.of("n", "" + n))));
                worst = Math.max(worst, WORLD.nanos() - t);
            }
        }
        return worst;
    }
}
