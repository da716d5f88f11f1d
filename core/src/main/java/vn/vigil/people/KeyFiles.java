package vn.vigil.people;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.VigilException;
import vn.vigil.config.Home;
import vn.vigil.config.PrivateFiles;

/** Where the site's key files lie. An owner of null is the department. */
record KeyFiles(Home home) {
    /** The key that signs. */
    Path own(MemberId owner) {
        return named(owner, ".p12");
    }

    /** The key that waits for a certificate. */
    Path waiting(MemberId owner) {
        return named(owner, ".request.p12");
    }

    /** What the authority gets. */
    Path request(MemberId owner) {
        return named(owner, ".csr");
    }

    private Path named(MemberId owner, String end) {
        return home.keys().resolve((owner == null ? "department" : owner.value()) + end);
    }

    /**
     * Gives a key file a name that nobody has, beside it; nothing is deleted.
     *
     * @param why {@code "revoked"}, {@code "replaced"}
     */
    void aside(Path file, String why) {
        String base = file.getFileName().toString().replaceFirst("[.]p12$", "");
        int number = 1;
        Path there;
        do {
            there = file.resolveSibling(base + "." + why + "-" + number++ + ".p12");
        } while (Files.exists(there));
        rename(file, there);
    }

    void rename(Path file, Path there) {
        try {
            PrivateFiles.rename(file, there);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    VigilException unwritable(IOException e) {
        return new VigilException(ErrorKind.FAILED, "VG-PEOPLE-KEYS", PeopleText.KEYS_UNWRITABLE.with(home.keys()))
                .causedBy(e);
    }
}
