/**
 * What leaves the building: the form of a package and of its sheets, and the judgement of one. Knows no site, no store and no
 * network, so that a recipient's copy of vigil can do the same. {@link vn.vigil.evidence.PackageVerifier} is the door.
 */
package vn.vigil.evidence;
