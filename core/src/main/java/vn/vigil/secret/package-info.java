/** The credential vault. References leave it by default, values only where one is about to be used. */
package vn.vigil.secret;
