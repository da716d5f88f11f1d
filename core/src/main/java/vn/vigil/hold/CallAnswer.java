package vn.vigil.hold;

import java.util.List;
import vn.vigil.base.Message;

/**
 * What whoever took the call can say now: what is there, that it is held, that it is <strong>not released</strong>, what is needed
 * for that, and whom to wake.
 *
 * @param unchanged the same call was on record already
 * @param sights camera by camera
 * @param placed the holds, still pending
 * @param papers what has to come in writing
 */
public record CallAnswer(
        Call call, boolean unchanged, List<Sight> sights, Placed placed, List<Message> papers, List<ToWake> wake) {
    public CallAnswer {
        sights = List.copyOf(sights);
        papers = List.copyOf(papers);
        wake = List.copyOf(wake);
    }
}
