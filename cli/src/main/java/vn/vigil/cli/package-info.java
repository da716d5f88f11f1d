/** The front door: arguments in, one result shown, one exit code out. */
package vn.vigil.cli;
