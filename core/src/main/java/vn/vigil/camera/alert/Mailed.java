package vn.vigil.camera.alert;

import java.util.List;

/**
 * Messages sent at somebody's word.
 *
 * @param alert what they are about; null for a test
 * @param persons whom they were for, beside the site's own channels
 * @param deliveries what became of them at once; empty after a dry run, when no channel is set up, or when nothing was new
 * @param news false: the same was sent within this minute
 */
public record Mailed(Alert alert, List<Recipient> persons, List<Delivery> deliveries, boolean news) {
    public Mailed {
        persons = List.copyOf(persons);
        deliveries = List.copyOf(deliveries);
    }
}
