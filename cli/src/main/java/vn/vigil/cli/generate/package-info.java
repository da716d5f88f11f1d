/** What is written from the command tree: manual pages, completion, reference, and the start-up archive's training. */
package vn.vigil.cli.generate;
