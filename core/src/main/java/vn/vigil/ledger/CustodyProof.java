package vn.vigil.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Whether entries stand in the log whose head is signed. Needs no store, so that a package can be judged anywhere. Stateless. */
public final class CustodyProof {
    private static final String VERSION = "c2sp.org/tlog-proof@v1";
    private static final int LONGEST_PATH = 63;

    /** What can be wrong. */
    public enum Fault {
        /** The key is none. */
        KEY,
        /** The checkpoint is not signed by the key. */
        CHECKPOINT,
        /** An entry has no proof, or a proof no entry. */
        MISSING,
        /** A proof does not lead from its entry to the signed root. */
        PROOF
    }

    /**
     * What is wrong.
     *
     * @param entry the number it is about; 0 for none
     */
    public record Finding(Fault fault, long entry) {}

    private CustodyProof() {}

    /**
     * Checks that every line is proven, and by the very checkpoint.
     *
     * @param lines bytes of {@code custody.jsonl}, already good by {@link LedgerChain#check}
     * @param proofs by number of the entry
     * @return what is wrong first; null when nothing is
     */
    public static Finding check(byte[] lines, byte[] checkpoint, Map<Long, byte[]> proofs, byte[] vkey) {
        VKey key = VKey.parse(new String(vkey, StandardCharsets.UTF_8));
        if (key == null) {
            return new Finding(Fault.KEY, 0);
        }
        Checkpoint head = Checkpoint.open(checkpoint, key);
        if (head == null) {
            return new Finding(Fault.CHECKPOINT, 0);
        }
        int proven = 0;
        for (String line : new String(lines, StandardCharsets.UTF_8).split("\n")) {
            String body = LedgerChain.bodyOf(line);
            LedgerChain.Parsed entry = body == null ? null : LedgerChain.parse(body);
            byte[] proof = entry == null ? null : proofs.get(entry.seq());
            if (proof == null) {
                return new Finding(Fault.MISSING, entry == null ? 0 : entry.seq());
            }
            if (!proves(proof, entry.seq() - 1, body, head, checkpoint)) {
                return new Finding(Fault.PROOF, entry.seq());
            }
            proven++;
        }
        return proven == proofs.size() ? null : new Finding(Fault.MISSING, 0);
    }

    /** The proof of one leaf: index, path, and the checkpoint that it leads to. */
    static byte[] text(long leaf, List<byte[]> path, byte[] checkpoint) {
        StringBuilder out =
                new StringBuilder(VERSION).append("\nindex ").append(leaf).append('\n');
        for (byte[] step : path) {
            out.append(Base64.getEncoder().encodeToString(step)).append('\n');
        }
        out.append('\n').append(new String(checkpoint, StandardCharsets.UTF_8));
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static boolean proves(byte[] proof, long leaf, String body, Checkpoint head, byte[] checkpoint) {
        String text = new String(proof, StandardCharsets.UTF_8);
        int end = text.indexOf("\n\n");
        String[] lines = end < 0 ? new String[0] : text.substring(0, end).split("\n");
        boolean form = lines.length >= 2
                && lines.length - 2 <= LONGEST_PATH
                && lines[0].equals(VERSION)
                && lines[1].equals("index " + leaf)
                && Arrays.equals(text.substring(end + 2).getBytes(StandardCharsets.UTF_8), checkpoint);
        if (!form) {
            return false;
        }
        List<byte[]> path = new ArrayList<>();
        for (int i = 2; i < lines.length; i++) {
            try {
                byte[] step = Base64.getDecoder().decode(lines[i]);
                if (step.length != 32
                        || !Base64.getEncoder().encodeToString(step).equals(lines[i])) {
                    return false;
                }
                path.add(step);
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
        return Tree.leads(Tree.leaf(body), leaf, head.size(), path, head.rootBytes());
    }
}
