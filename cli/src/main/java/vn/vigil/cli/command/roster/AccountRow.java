package vn.vigil.cli.command.roster;

import vn.vigil.base.MessageKey;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.RowView;
import vn.vigil.roster.plan.Account;
import vn.vigil.roster.plan.Measure;

/** One account of the fairness ledger as a row. */
final class AccountRow implements RowView<Account> {
    @Override
    public String[] columns() {
        String[] columns = new String[2 + 3 * Measure.values().length];
        columns[0] = "member";
        columns[1] = "availableDays";
        int i = 2;
        for (Measure m : Measure.values()) {
            columns[i++] = m.id() + "Done";
            columns[i++] = m.id() + "Target";
            columns[i++] = m.id() + "Balance";
        }
        return columns;
    }

    @Override
    public MessageKey[] headings() {
        MessageKey[] headings = new MessageKey[2 + Measure.values().length];
        headings[0] = PlanViewText.WHO;
        headings[1] = PlanViewText.DAYS_THERE;
        System.arraycopy(Measure.values(), 0, headings, 2, Measure.values().length);
        return headings;
    }

    @Override
    public void cells(Account a, Cells cells) {
        cells.add(cells.forPeople() ? a.member().name() : a.member().id().value())
                .add(number(a.availableDays()));
        for (Measure m : Measure.values()) {
            Account.Entry e = a.of(m);
            double unit = m == Measure.HOURS ? 60 : 1;
            if (cells.forPeople()) {
                double balance = e.balance() / unit;
                cells.add(number(e.done() / unit) + " (" + (balance > 0 ? "+" : "") + number(balance) + ")");
            } else {
                cells.add(number(e.done() / unit))
                        .add(number(e.target() / unit))
                        .add(number(e.balance() / unit));
            }
        }
    }

    /** One decimal with a point, no sign of nothing. */
    static String number(double value) {
        long tenths = Math.round(value * 10);
        long abs = Math.abs(tenths);
        return (tenths < 0 ? "-" : "") + abs / 10 + (abs % 10 == 0 ? "" : "." + abs % 10);
    }

    @Override
    public void json(Account a, Json json) {
        PlanJson.account(a, json);
    }
}
