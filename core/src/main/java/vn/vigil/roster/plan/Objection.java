package vn.vigil.roster.plan;

import java.time.LocalDate;
import vn.vigil.base.MemberId;
import vn.vigil.base.Message;

/**
 * A reason why a member may not, or had better not, stand a seat.
 *
 * @param member whom it is about
 * @param day the day concerned: the duty's, or the first of the week, month or year that a cap is for
 * @param hard whether the roster may not break it
 * @param weight what breaking it costs when it is soft; 0 when hard
 * @param sentence with numbers and times
 * @param article where the rule comes from, as printed; null: a fact, or the site's own rule
 */
public record Objection(
        Obstacle obstacle,
        MemberId member,
        LocalDate day,
        boolean hard,
        int weight,
        Message sentence,
        String article) {}
