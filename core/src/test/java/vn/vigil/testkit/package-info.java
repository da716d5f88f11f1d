/** Helpers for tests: a world whose clock obeys, empty stores on both databases. Published as the test-jar. */
package vn.vigil.testkit;
