/**
 * Footage secured before anybody decides about it: copied at once, unviewed, encrypted, and kept until its case is over (clause
 * 8.4k). It knows neither incidents nor requests; both ask it.
 */
package vn.vigil.hold;
