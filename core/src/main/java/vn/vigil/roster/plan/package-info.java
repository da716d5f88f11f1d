/** The roster: made, checked, explained, published, and changed with a reason. */
package vn.vigil.roster.plan;
