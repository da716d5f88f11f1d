package vn.vigil.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds out what kind of disk a file lies on (Linux: {@code /proc/self/mounts}, proc(5)). */
final class Mounts {
    private static final String NETWORK =
            " nfs nfs4 cifs smb3 smbfs 9p afs ceph glusterfs lustre gfs2 ocfs2 fuse.sshfs fuse.glusterfs fuse.rclone ncpfs ";

    private Mounts() {}

    /** The filesystem's type when it is one over the network, else null; null too where the kernel does not tell. */
    static String networkType(Path file) {
        try {
            return networkType(file.toRealPath().toString(), Files.readString(Path.of("/proc/self/mounts")));
        } catch (IOException e) {
            return null;
        }
    }

    static String networkType(String file, String mounts) {
        String type = null;
        int longest = -1;
        int from = 0;
        while (from < mounts.length()) {
            int end = mounts.indexOf('\n', from);
            end = end < 0 ? mounts.length() : end;
            int first = mounts.indexOf(' ', from);
            int second = mounts.indexOf(' ', first + 1);
            int third = mounts.indexOf(' ', second + 1);
            if (first > 0 && second > 0 && third > 0 && third <= end) {
                String at = mounts.substring(first + 1, second)
                        .replace("\\040", " ")
                        .replace("\\011", "\t");
                boolean holds = at.equals("/") || file.equals(at) || file.startsWith(at + "/");
                // The later of two mounts on one folder lies on top.
                if (holds && at.length() >= longest) {
                    longest = at.length();
                    type = mounts.substring(second + 1, third);
                }
            }
            from = end + 1;
        }
        return type != null && NETWORK.contains(" " + type + " ") ? type : null;
    }
}
