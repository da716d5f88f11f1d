/**
 * Meetings of the core team and the steering committee: when they are due, what stands on their agenda, what was decided and by whom it is
 * to be done, their minutes, proposals and petitions (clauses 5, 6, 7.5b, 8.4).
 */
package vn.vigil.meeting;
