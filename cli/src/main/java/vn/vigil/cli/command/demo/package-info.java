/** {@code vigil demo}: the main job, run for real against a simulated site. */
package vn.vigil.cli.command.demo;
