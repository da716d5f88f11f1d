/**
 * What a site reports: figures by named rules, quarterly and yearly reports, what falls due, and the papers about them. Reads the other
 * rooms through their facades and writes its own entries only.
 */
package vn.vigil.report;
