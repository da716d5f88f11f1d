/** Verbs about the people who watch: {@code roster member …}. */
package vn.vigil.cli.command.roster;
