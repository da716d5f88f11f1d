/** {@code vigil meeting …}. */
package vn.vigil.cli.command.meeting;
