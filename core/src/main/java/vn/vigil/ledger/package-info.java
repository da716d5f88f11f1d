/** The append-only, hash-chained record of every act. Names of filmed persons never enter it. */
package vn.vigil.ledger;
