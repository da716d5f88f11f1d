/** Verbs about the people who watch and their days: {@code roster member …}, {@code roster holiday …}. */
package vn.vigil.cli.command.roster;
