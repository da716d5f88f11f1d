/**
 * The records' place: SQLite in the home, or PostgreSQL by a JDBC URL. Units of work, numbered upgrades, leases. No SQL that
 * only one of the two knows stands outside this package.
 */
package vn.vigil.store;
