/** What leaves vigil about a roster: duty tables, calendars, the sheet on the wall, and plans made elsewhere that come in. */
package vn.vigil.roster.paper;
