/** What touches the terminal: streams, exit codes, colour, prompts, progress. */
package vn.vigil.cli.terminal;
