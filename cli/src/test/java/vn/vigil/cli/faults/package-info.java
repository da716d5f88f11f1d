/** What must hold when the disk fails: every verb that writes is run on a disk whose N-th change fails, for every N. */
package vn.vigil.cli.faults;
