/** {@code vigil extract …}. */
package vn.vigil.cli.command.extract;
