package vn.vigil.vendor.hikvision;

import java.util.Locale;

/**
 * What was found out about one device, to be kept with it and handed back through {@link HikvisionOptions#withDialect}.
 *
 * @param search how it wants to be asked for recordings
 * @param times what its recordings' times mean
 * @param download how it wants to be asked for a file
 */
public record Dialect(SearchForm search, TimeFamily times, DownloadForm download) {
    /** Forms of a search. */
    public enum SearchForm {
        /** {@code trackIDList}, as the guides have it and most devices take it. */
        TRACK_ID_LIST,
        /** {@code trackList} and otherwise the same (firmware 3.4, qb60/hikvision-downloader). */
        TRACK_LIST,
        /**
         * {@code trackList}, {@code version="1.0"}, the search's id in braces; no XML declaration, no namespace, no
         * metadataList (DS-7616NXI, firmware 4.84).
         */
        BARE,
        UNKNOWN
    }

    /** Forms of a download. */
    public enum DownloadForm {
        /** GET with a body. */
        GET,
        POST,
        UNKNOWN
    }

    /** Nothing is known. */
    public static final Dialect UNKNOWN = new Dialect(SearchForm.UNKNOWN, TimeFamily.UNKNOWN, DownloadForm.UNKNOWN);

    public Dialect with(SearchForm form) {
        return new Dialect(form, times, download);
    }

    public Dialect with(TimeFamily family) {
        return new Dialect(search, family, download);
    }

    public Dialect with(DownloadForm form) {
        return new Dialect(search, times, form);
    }

    /** As it may be kept: {@code search=bare times=local-as-utc download=get}. */
    public String toText() {
        return "search=" + word(search) + " times=" + word(times) + " download=" + word(download);
    }

    /** Reads {@link #toText()}; what is missing or not known stays unknown. */
    public static Dialect of(String text) {
        Dialect read = UNKNOWN;
        for (String part : text.strip().split("\\s+")) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? "" : part.substring(0, equals);
            String value = part.substring(equals + 1);
            read = switch (name) {
                case "search" -> read.with(one(SearchForm.values(), value, SearchForm.UNKNOWN));
                case "times" -> read.with(one(TimeFamily.values(), value, TimeFamily.UNKNOWN));
                case "download" -> read.with(one(DownloadForm.values(), value, DownloadForm.UNKNOWN));
                default -> read;
            };
        }
        return read;
    }

    private static <E extends Enum<E>> E one(E[] all, String word, E otherwise) {
        for (E e : all) {
            if (word(e).equals(word)) {
                return e;
            }
        }
        return otherwise;
    }

    private static String word(Enum<?> e) {
        return e.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
