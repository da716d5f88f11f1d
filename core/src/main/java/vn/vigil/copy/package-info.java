/**
 * Copies of evidence for looking at: with a visible mark of whom they are for, masked where that was decided, each beside a sheet that
 * names its original. {@link vn.vigil.copy.Copies} is the door; {@link vn.vigil.copy.CopyMaker} makes those that go into a package.
 */
package vn.vigil.copy;
