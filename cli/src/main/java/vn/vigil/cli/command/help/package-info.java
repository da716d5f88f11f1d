/** Help topics: {@code vigil help exit-codes}, {@code environment}, {@code time}, {@code clauses}. */
package vn.vigil.cli.command.help;
