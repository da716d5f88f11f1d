package vn.vigil.people;

import java.util.List;
import vn.vigil.base.MemberId;

/** What became of an import; each list in the file's order. */
public record MembersImported(List<MemberId> added, List<MemberId> unchanged) {
    public MembersImported {
        added = List.copyOf(added);
        unchanged = List.copyOf(unchanged);
    }
}
