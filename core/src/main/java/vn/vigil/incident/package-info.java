/** Incidents: something happened, and stays on record. {@link vn.vigil.incident.Incidents} is the door. */
package vn.vigil.incident;
