/** Verbs about cameras. */
package vn.vigil.cli.command.camera;
