package vn.vigil.roster.plan;

import java.time.LocalDate;
import java.util.List;
import vn.vigil.base.Message;
import vn.vigil.roster.book.SlotKey;

/**
 * What would become of a roster if people were away.
 *
 * @param gaps seats that nobody would stand if nothing else were done
 * @param gapMinutes what they come to
 * @param open seats that would stay empty even after others moved
 * @param changes the fewest changes of seats that fill the rest
 * @param reasons why seats stay empty: the smallest set found of rules that cannot hold together
 * @param helps single changes that would help
 * @param before the fairness ledger as it is
 * @param after the fairness ledger as it would be
 */
public record Simulated(
        LocalDate from,
        LocalDate to,
        List<SlotKey> gaps,
        long gapMinutes,
        List<SlotKey> open,
        List<CellChange> changes,
        List<Message> reasons,
        List<Message> helps,
        List<Account> before,
        List<Account> after) {}
