/**
 * Upkeep: work on cameras with its parts and money, the windows that alarms and figures go by, and positions surveyed for
 * cameras. Knows cameras by their ids only. {@link vn.vigil.upkeep.Upkeep} is the door.
 */
package vn.vigil.upkeep;
