/**
 * Evidence on its way out of the building: who asks for footage, who allows it, the footage itself, its sealed package, and
 * the judgement of a package (clauses 4b, 7.3c, 8.4k, 8.4l). {@link vn.vigil.extract.Extracts} is the door;
 * {@link vn.vigil.extract.PackageVerifier} judges without a site.
 */
package vn.vigil.extract;
