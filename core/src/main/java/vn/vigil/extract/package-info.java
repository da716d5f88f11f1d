/**
 * Evidence on its way out of the building: who asks for footage, who allows it, the run that takes it, its sealed package
 * (clauses 4b, 7.3c, 8.4k, 8.4l). {@link vn.vigil.extract.Extracts} is the door.
 */
package vn.vigil.extract;
