/**
 * The ledger's head as something that can leave the house: signed, timestamped, printed, and held against what others kept.
 * {@link vn.vigil.witness.Witness} is the door.
 */
package vn.vigil.witness;
