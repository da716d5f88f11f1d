package vn.vigil.calendar;

/**
 * A day of the Vietnamese lunar calendar.
 *
 * @param year the lunar year, named by the solar year in which it begins: 2026 is Bính Ngọ
 * @param month 1–12
 * @param leap whether the month repeats the one of the same number before it
 * @param day 1–30
 */
public record LunarDate(int year, int month, boolean leap, int day) {
    public LunarDate {
        if (month < 1 || month > 12 || day < 1 || day > 30) {
            throw new IllegalArgumentException("no lunar date: " + month + "/" + day);
        }
    }

    /** {@code 10/3/2026}, a leap month with {@code +}: {@code 1/11+/2033}. */
    @Override
    public String toString() {
        return day + "/" + month + (leap ? "+" : "") + "/" + year;
    }
}
