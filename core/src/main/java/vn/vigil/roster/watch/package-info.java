/** The watch as it is kept: who is on it, who came, who changed with whom, and what was handed over. */
package vn.vigil.roster.watch;
