/** Members, the offices they hold by date, who may do what, and the only way to a signing key. */
package vn.vigil.people;
