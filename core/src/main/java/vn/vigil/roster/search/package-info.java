/**
 * The engine that fills rosters. It knows days, people, duties and numbers, and nothing of sites, calendars, files of the house or
 * the clock: values and a seed go in, values come out. Equal input gives equal output on every machine.
 *
 * <h2>How to use it</h2>
 *
 * <pre>
 * Problem problem = new Problem(days, firstWeekday, duties, persons, successions, demands, cellCosts, categories,
 *         loneWork, loneOff, 0);
 * Found found = Search.solve(problem, Effort.of(seed, moves), progress);
 * found.roster()          // null when found.stuck() names persons whose own rules allow no row
 * found.score().holes()   // hard demands left open; empty = no hole
 * Proof proof = Prover.prove(problem, found.roster(), deadline);          // OR-Tools, loaded here for the first time
 * Explanation why = Explainer.explain(problem, deadline);                 // when stuck or with holes
 * List&lt;Breach&gt; broken = Judge.breaches(problem, roster);                 // independent of the search
 * Score score = Judge.score(problem, roster);
 * </pre>
 *
 * <h2>How rules are said</h2>
 *
 * <table>
 * <caption>From the words of a rule to the problem</caption>
 * <tr><td>leave, fixed day off</td><td>{@link Bar} with {@link Choice#OFF_ONLY}</td></tr>
 * <tr><td>locked cell</td><td>{@link Bar} with {@link Choice#only}</td></tr>
 * <tr><td>no such skill or role, office hours in the way</td><td>{@link Bar} with {@link Choice#without} on each day</td></tr>
 * <tr><td>12 hours of rest</td><td>{@link Successions#rest}; single pairs {@link Successions#forbid}</td></tr>
 * <tr><td>most nights, most minutes a month or week, least minutes</td><td>{@link Limit} over the days concerned</td></tr>
 * <tr><td>most days in a row, nights in a row, weekends, 24 hours free in seven days</td><td>{@link Runs}</td></tr>
 * <tr><td>what was before the first day</td><td>{@link History}</td></tr>
 * <tr><td>a seat; one leader or deputy among those on the shift</td><td>{@link Demand}, hard, with {@code persons}</td></tr>
 * <tr><td>wishes; least change to the published plan</td><td>{@link CellCost}</td></tr>
 * <tr><td>hours, nights, weekends, holidays, Tết shared fairly, carried over</td><td>{@link Category} and {@link Share}</td></tr>
 * <tr><td>forward rotation; no single days</td><td>{@link Successions#cost}; {@code loneWork}, {@code loneOff}</td></tr>
 * </table>
 *
 * {@link vn.vigil.roster.search.Search} takes rows out and puts each back by an exact dynamic program, so that hard rules of persons
 * hold by construction. {@link vn.vigil.roster.search.Prover} and {@link vn.vigil.roster.search.Explainer} ask OR-Tools and are the
 * only ways by which it is loaded. {@link vn.vigil.roster.search.Curtois} reads and writes the public benchmark's files. See
 * {@code docs/design/roster-search.md}.
 */
package vn.vigil.roster.search;
