package vn.vigil.roster.watch;

import java.util.List;

/** Knows what is open at the site: cameras down, clocks off, incidents, requests for footage. */
public interface OpenMatters {
    /** What is open now, in the order in which it is told. */
    List<Matter> now();
}
