package vn.vigil.cli.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a command line gives so far, and what was asked. One thread. */
public final class Given {
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final Set<String> passedOver = new HashSet<>();

    /** @param args the arguments as typed; an option's value is taken to be the word behind it */
    public Given(List<String> args) {
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            if (!arg.startsWith("--")) {
                continue;
            }
            int equals = arg.indexOf('=');
            if (equals > 0) {
                add(arg.substring(0, equals), arg.substring(equals + 1));
            } else {
                boolean valued = i + 1 < args.size() && !args.get(i + 1).startsWith("--");
                add(arg, valued ? args.get(i + 1) : "");
            }
        }
    }

    /** Is it known, or was it asked and passed over? */
    public boolean has(String option) {
        return values.containsKey(option) || passedOver.contains(option);
    }

    /** Whether it was given or answered. */
    public boolean is(String option) {
        return values.containsKey(option);
    }

    /** The first value of an option; null when it has none. */
    public String value(String option) {
        List<String> all = values.get(option);
        return all == null ? null : all.get(0);
    }

    /** Every value of an option, in order. */
    public List<String> values(String option) {
        return values.getOrDefault(option, List.of());
    }

    public void add(String option, String value) {
        values.computeIfAbsent(option, k -> new ArrayList<>()).add(value);
    }

    public void passOver(String option) {
        passedOver.add(option);
    }
}
