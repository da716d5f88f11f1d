package vn.vigil.roster.search;

/** A sequence of numbers that looks random and is the same everywhere for one seed: SplitMix64 (Steele, Lea, Flood 2014). For one thread. */
final class Dice {
    private long state;

    Dice(long seed) {
        state = seed;
    }

    long next() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    /** 0 to {@code bound} − 1; the bias below 2⁻³¹ does not matter here. */
    int below(int bound) {
        return (int) ((next() >>> 33) * bound >>> 31);
    }

    /** 0 to {@code bound} − 1 for bounds up to 2⁵³. */
    long below(long bound) {
        return bound <= Integer.MAX_VALUE ? below((int) bound) : (long) (real() * bound);
    }

    /** Above 0, up to 1. */
    double real() {
        return ((next() >>> 11) + 1) * 0x1.0p-53;
    }
}
