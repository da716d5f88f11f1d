package vn.vigil.cli;

import java.util.List;

/** The known word nearest to a mistyped one. */
final class Nearest {
    private Nearest() {}

    /** The candidate that the fewest slips of the finger lead to; null when none is near enough to be meant. */
    static String to(String typed, List<String> candidates) {
        String best = null;
        int least = Math.max(1, typed.length() / 3) + 1;
        for (String candidate : candidates) {
            int d = candidate.startsWith(typed) && typed.length() > 2 ? 1 : distance(typed, candidate);
            if (d < least) {
                least = d;
                best = candidate;
            }
        }
        return best;
    }

    /** Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours each count one. */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + same);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
