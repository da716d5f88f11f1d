/**
 * The paper mill: one source for every paper, and spreadsheets.
 *
 * <p>{@link vn.vigil.document.Sheets} reads and writes XLSX.
 */
package vn.vigil.document;
