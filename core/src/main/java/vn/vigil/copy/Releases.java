package vn.vigil.copy;

import java.nio.file.Path;
import java.util.List;
import vn.vigil.base.CaseId;

/** Where finished packages are asked for: extraction stands above this room, since it puts copies into packages. */
public interface Releases {
    /**
     * What became of a request.
     *
     * @throws vn.vigil.base.VigilException NOT_FOUND
     */
    Released of(CaseId request);

    /**
     * A request and its packages.
     *
     * @param recipient who receives them
     * @param parts empty while nothing was approved and taken: then there is nothing that anybody may see
     */
    record Released(CaseId request, String recipient, List<Part> parts) {
        public Released {
            parts = List.copyOf(parts);
        }
    }

    /**
     * One package.
     *
     * @param file where it was put
     * @param sha256 of the whole file when it was made, hex
     * @param identity SHA-256 of its manifest, hex
     */
    record Part(Path file, String sha256, String identity) {}
}
