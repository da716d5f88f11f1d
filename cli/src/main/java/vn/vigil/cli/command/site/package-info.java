/** Verbs about the site and the program as a whole: {@code init}, {@code config}, {@code version}. */
package vn.vigil.cli.command.site;
