package vn.vigil.incident;

import java.time.Instant;

/**
 * A tip (tin báo, tố giác; clause 7.5a).
 *
 * @param words what was told; not empty
 * @param place where, as told; may be empty
 * @param about when it happened or will; null when not told
 * @param source who told it and how they are reached; null: nobody knows, or nobody is to know
 */
public record NewTip(String words, String place, Instant about, String source) {}
