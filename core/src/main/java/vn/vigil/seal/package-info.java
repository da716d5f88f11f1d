/** Packages, signatures and timestamps: ASiC-E with CAdES, strict both ways. Bouncy Castle is used here and nowhere else. */
package vn.vigil.seal;
