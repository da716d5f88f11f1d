/** The first day: people, cameras, posts and shifts from the sheets of one workbook, all or none. */
package vn.vigil.intake;
