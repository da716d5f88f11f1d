package vn.vigil.roster.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Scores a written roster against an instance's text by the benchmark's own words. It knows nothing of {@link Problem}: it reads both
 * texts anew.
 */
final class TextScorer {
    private final Map<String, List<String[]>> sections = new HashMap<>();
    private final Map<String, String[]> plan = new HashMap<>();
    private final int days;

    TextScorer(String instance, String roster) {
        String section = "";
        for (String line : instance.split("\n")) {
            if (line.startsWith("SECTION_")) {
                section = line;
            } else if (!line.isBlank() && !line.startsWith("#")) {
                sections.computeIfAbsent(section, k -> new ArrayList<>()).add(line.split(",", -1));
            }
        }
        days = Integer.parseInt(rows("HORIZON").get(0)[0]);
        for (String line : roster.split("\n")) {
            String[] cells = line.split("\t", -1);
            String[] row = new String[days];
            System.arraycopy(cells, 1, row, 0, days);
            plan.put(cells[0], row);
        }
    }

    private List<String[]> rows(String section) {
        return sections.getOrDefault("SECTION_" + section, List.of());
    }

    List<String> violations() {
        List<String> bad = new ArrayList<>();
        Map<String, Integer> length = new HashMap<>();
        Map<String, Set<String>> notAfter = new HashMap<>();
        for (String[] s : rows("SHIFTS")) {
            length.put(s[0], Integer.parseInt(s[1]));
            notAfter.put(s[0], new TreeSet<>(List.of(s[2].split("\\|"))));
        }
        for (String[] who : rows("STAFF")) {
            String[] row = plan.get(who[0]);
            int minutes = 0;
            int weekends = 0;
            Map<String, Integer> count = new HashMap<>();
            for (int d = 0; d < days; d++) {
                if (!row[d].isEmpty()) {
                    minutes += length.get(row[d]);
                    count.merge(row[d], 1, Integer::sum);
                    if (d > 0
                            && !row[d - 1].isEmpty()
                            && notAfter.get(row[d - 1]).contains(row[d])) {
                        bad.add("FOLLOW " + who[0] + " " + d);
                    }
                }
                if (d % 7 == 5 && (!row[d].isEmpty() || d + 1 < days && !row[d + 1].isEmpty())) {
                    weekends++;
                }
            }
            for (String limit : who[1].split("\\|")) {
                String[] pair = limit.split("=");
                if (count.getOrDefault(pair[0], 0) > Integer.parseInt(pair[1])) {
                    bad.add("MAXSH " + who[0] + " " + limit);
                }
            }
            if (minutes > Integer.parseInt(who[2])) {
                bad.add("MAXMIN " + who[0]);
            }
            if (minutes < Integer.parseInt(who[3])) {
                bad.add("MINMIN " + who[0]);
            }
            int from = 0;
            for (int d = 1; d <= days; d++) {
                if (d < days && row[d].isEmpty() == row[from].isEmpty()) {
                    continue;
                }
                boolean inner = from > 0 && d < days;
                if (!row[from].isEmpty() && d - from > Integer.parseInt(who[4])) {
                    bad.add("MAXCON " + who[0] + " " + from);
                }
                if (inner && d - from < Integer.parseInt(who[row[from].isEmpty() ? 6 : 5])) {
                    bad.add("MIN " + who[0] + " " + from);
                }
                from = d;
            }
            if (weekends > Integer.parseInt(who[7])) {
                bad.add("MAXWE " + who[0]);
            }
        }
        for (String[] off : rows("DAYS_OFF")) {
            for (int i = 1; i < off.length; i++) {
                if (!plan.get(off[0])[Integer.parseInt(off[i])].isEmpty()) {
                    bad.add("OFF " + off[0] + " " + off[i]);
                }
            }
        }
        return bad;
    }

    long cost() {
        long cost = 0;
        for (String[] r : rows("SHIFT_ON_REQUESTS")) {
            cost += plan.get(r[0])[Integer.parseInt(r[1])].equals(r[2]) ? 0 : Long.parseLong(r[3]);
        }
        for (String[] r : rows("SHIFT_OFF_REQUESTS")) {
            cost += plan.get(r[0])[Integer.parseInt(r[1])].equals(r[2]) ? Long.parseLong(r[3]) : 0;
        }
        for (String[] c : rows("COVER")) {
            long there = plan.values().stream()
                    .filter(row -> row[Integer.parseInt(c[0])].equals(c[1]))
                    .count();
            long wanted = Long.parseLong(c[2]);
            cost += there < wanted ? (wanted - there) * Long.parseLong(c[3]) : (there - wanted) * Long.parseLong(c[4]);
        }
        return cost;
    }
}
