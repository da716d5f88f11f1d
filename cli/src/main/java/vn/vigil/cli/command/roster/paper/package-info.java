/** Verbs that put rosters on paper and into calendars, and take plans in. */
package vn.vigil.cli.command.roster.paper;
