package vn.vigil.cli.command.help;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.text.Lang;

/**
 * One clause of the regulation and the verbs that serve it, from the resource {@code clauses.tsv}. A test holds every verb of a
 * served clause against the command tree.
 *
 * @param id as in the clause map: {@code 7.3c}
 * @param served whether its verbs exist today
 * @param verbs without {@code vigil}: {@code extract request}
 * @param vi what it demands, in short
 * @param en the same in English
 */
public record Clause(String id, boolean served, List<String> verbs, String vi, String en) {
    public String subject(Lang lang) {
        return lang == Lang.VI ? vi : en;
    }

    /** Every clause, in the regulation's order. */
    public static List<Clause> all() {
        List<Clause> all = new ArrayList<>();
        try (InputStream in = Clause.class.getResourceAsStream("clauses.tsv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty() || line.charAt(0) == '#') {
                    continue;
                }
                String[] f = line.split("\t", -1);
                if (f.length != 5 || !f[1].equals("served") && !f[1].equals("planned")) {
                    throw new IllegalStateException("clauses.tsv: " + line);
                }
                List<String> verbs = f[2].isEmpty() ? List.of() : List.of(f[2].split(", "));
                all.add(new Clause(f[0], f[1].equals("served"), verbs, f[3], f[4]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
