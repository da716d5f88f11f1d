/** The words everybody uses: ids, time spans, errors, messages, and {@link vn.vigil.base.World}, the only way to clock, randomness and sleep. */
package vn.vigil.base;
