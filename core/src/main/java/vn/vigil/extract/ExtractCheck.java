package vn.vigil.extract;

import java.util.List;

/**
 * What extractions wait for.
 *
 * @param overdue emergencies whose paper should be there and is not
 * @param notTimestamped packages that prove no time yet, although an authority is configured
 */
public record ExtractCheck(List<ExtractRequest> overdue, List<PackageFacts> notTimestamped) {
    public ExtractCheck {
        overdue = List.copyOf(overdue);
        notTimestamped = List.copyOf(notTimestamped);
    }
}
