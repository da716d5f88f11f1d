/** Numbers of outgoing documents, numbers that others gave, and scans of papers that people signed by hand. */
package vn.vigil.register;
