/** Runs vigil inside a test, as a user would at a shell. */
package vn.vigil.cli.testkit;
