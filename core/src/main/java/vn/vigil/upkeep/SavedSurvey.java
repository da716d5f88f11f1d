package vn.vigil.upkeep;

/**
 * What became of a change to a survey.
 *
 * @param unchanged it was so already
 */
public record SavedSurvey(Survey survey, boolean unchanged) {}
