/** {@code vigil incident …}. */
package vn.vigil.cli.command.incident;
