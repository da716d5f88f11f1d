/**
 * Telling people of faults: which become one alert, who hears of it and when again, and whether checks run at all.
 * {@link vn.vigil.camera.alert.Alerts} is the only way in. This floor lies below {@code camera}: it is told of faults and
 * knows no inventory.
 */
package vn.vigil.camera.alert;
