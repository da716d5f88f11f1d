/** Verbs about the ledger. */
package vn.vigil.cli.command.ledger;
