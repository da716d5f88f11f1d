/** What every verb shares; the verbs stand in {@code command.<feature>}, one class each. */
package vn.vigil.cli.command;
