package vn.vigil.calendar;

import java.time.LocalDate;

/**
 * New moons and the sun's longitude, after J. Meeus, Astronomical Algorithms, chapters 25 and 49, and the polynomials of Espenak and
 * Meeus for delta T: a second way to the lunar calendar, by its rules and not by a table. Good to a minute for 2000–2053.
 */
final class NewMoon {
    private NewMoon() {}

    /** The day, at UTC+7, of the k-th new moon since that of 6 January 2000. */
    static LocalDate day(int k) {
        return LocalDate.ofEpochDay((long) Math.floor(julianDayUtc(k) - 2440587.5 + 7 / 24.0));
    }

    /** The moment of the k-th new moon in UTC. */
    static double julianDayUtc(int k) {
        double t = k / 1236.85;
        double jde = 2451550.09766
                + 29.530588861 * k
                + 0.00015437 * t * t
                - 0.000000150 * t * t * t
                + 0.00000000073 * t * t * t * t;
        double e = 1 - 0.002516 * t - 0.0000074 * t * t;
        double m = 2.5534 + 29.10535670 * k - 0.0000014 * t * t;
        double a = 201.5643 + 385.81693528 * k + 0.0107582 * t * t + 0.00001238 * t * t * t;
        double f = 160.7108 + 390.67050284 * k - 0.0016118 * t * t - 0.00000227 * t * t * t;
        double o = 124.7746 - 1.56375588 * k + 0.0020672 * t * t + 0.00000215 * t * t * t;
        double[][] terms = {
            // coefficient, power of E, then multiples of M, M', F, Omega
            {-0.40720, 0, 0, 1, 0, 0},
            {0.17241, 1, 1, 0, 0, 0},
            {0.01608, 0, 0, 2, 0, 0},
            {0.01039, 0, 0, 0, 2, 0},
            {0.00739, 1, -1, 1, 0, 0},
            {-0.00514, 1, 1, 1, 0, 0},
            {0.00208, 2, 2, 0, 0, 0},
            {-0.00111, 0, 0, 1, -2, 0},
            {-0.00057, 0, 0, 1, 2, 0},
            {0.00056, 1, 1, 2, 0, 0},
            {-0.00042, 0, 0, 3, 0, 0},
            {0.00042, 1, 1, 0, 2, 0},
            {0.00038, 1, 1, 0, -2, 0},
            {-0.00024, 1, -1, 2, 0, 0},
            {-0.00017, 0, 0, 0, 0, 1},
            {-0.00007, 0, 2, 1, 0, 0},
            {0.00004, 0, 0, 2, -2, 0},
            {0.00004, 0, 3, 0, 0, 0},
            {0.00003, 0, 1, 1, -2, 0},
            {0.00003, 0, 0, 2, 2, 0},
            {-0.00003, 0, 1, 1, 2, 0},
            {0.00003, 0, -1, 1, 2, 0},
            {-0.00002, 0, -1, 1, -2, 0},
            {-0.00002, 0, 1, 3, 0, 0},
            {0.00002, 0, 0, 4, 0, 0},
        };
        for (double[] x : terms) {
            jde += x[0] * Math.pow(e, x[1]) * sin(x[2] * m + x[3] * a + x[4] * f + x[5] * o);
        }
        double[][] planets = {
            {0.000325, 299.77, 0.107408}, {0.000165, 251.88, 0.016321}, {0.000164, 251.83, 26.651886},
            {0.000126, 349.42, 36.412478}, {0.000110, 84.66, 18.206239}, {0.000062, 141.74, 53.303771},
            {0.000060, 207.14, 2.453732}, {0.000056, 154.84, 7.306860}, {0.000047, 34.52, 27.261239},
            {0.000042, 207.19, 0.121824}, {0.000040, 291.34, 1.844379}, {0.000037, 161.72, 24.198154},
            {0.000035, 239.56, 25.513099}, {0.000023, 331.55, 3.592518},
        };
        for (int i = 0; i < planets.length; i++) {
            double angle = planets[i][1] + planets[i][2] * k - (i == 0 ? 0.009173 * t * t : 0);
            jde += planets[i][0] * sin(angle);
        }
        return jde - deltaT(2000 + (jde - 2451544.5) / 365.2425) / 86400;
    }

    /** Which twelfth of its way the sun is in at the end of a day at UTC+7: 0 from the spring equinox on. */
    static int majorTerm(LocalDate day) {
        double jd = day.toEpochDay() + 1 + 2440587.5 - 7 / 24.0 + deltaT(day.getYear()) / 86400;
        double t = (jd - 2451545) / 36525;
        double l = 280.46646 + 36000.76983 * t + 0.0003032 * t * t;
        double m = 357.52911 + 35999.05029 * t - 0.0001537 * t * t;
        double c = (1.914602 - 0.004817 * t) * sin(m) + (0.019993 - 0.000101 * t) * sin(2 * m) + 0.000289 * sin(3 * m);
        double longitude = l + c - 0.00569 - 0.00478 * sin(125.04 - 1934.136 * t);
        return (int) Math.floor((longitude % 360 + 360) % 360 / 30);
    }

    private static double deltaT(double year) {
        double t = year - 2000;
        return year < 2005
                ? 63.86 + 0.3345 * t - 0.060374 * t * t + 0.0017275 * t * t * t
                : 62.92 + 0.32217 * t + 0.005589 * t * t;
    }

    private static double sin(double degrees) {
        return Math.sin(Math.toRadians(degrees % 360));
    }
}
