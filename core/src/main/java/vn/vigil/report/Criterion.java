package vn.vigil.report;

/**
 * One criterion of the model "Camera đảm bảo an ninh, trật tự".
 *
 * @param code short, within its list
 * @param maximum points, from 1
 */
public record Criterion(String code, String words, int maximum) {}
