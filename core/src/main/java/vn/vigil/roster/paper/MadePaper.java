package vn.vigil.roster.paper;

import java.util.List;
import vn.vigil.base.Message;

/**
 * What was made of a roster; no file yet.
 *
 * @param name what the file is called when nobody says otherwise, in ASCII: {@code lich-truc-2026-12.pdf}
 * @param duties how many duties it tells of
 * @param publications the published rosters it rests on, {@code ROS-2026-0001}; empty: a draft
 * @param warnings what the reader of the result should know
 */
public record MadePaper(
        RosterFormat format, String name, byte[] bytes, int duties, List<String> publications, List<Message> warnings) {
    public MadePaper {
        publications = List.copyOf(publications);
        warnings = List.copyOf(warnings);
    }
}
