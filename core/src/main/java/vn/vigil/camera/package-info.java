/**
 * The site's cameras: inventory, the conversation with each, and the judge of what came back. {@link vn.vigil.camera.Cameras}
 * is the only way in.
 */
package vn.vigil.camera;
