/** {@code vigil camera alert …}. */
package vn.vigil.cli.command.alert;
