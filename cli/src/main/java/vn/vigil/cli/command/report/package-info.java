/** Verbs about papers: making them, and holding them against their form. */
package vn.vigil.cli.command.report;
