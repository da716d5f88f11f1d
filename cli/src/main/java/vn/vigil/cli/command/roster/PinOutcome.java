package vn.vigil.cli.command.roster;

import vn.vigil.people.Member;

/**
 * What became of a PIN.
 *
 * @param changed false: it was already so
 */
record PinOutcome(Member member, boolean changed) {}
