/** How a result looks: table, plain, CSV, JSON. Everything printed passes the one sink, {@link vn.vigil.cli.view.Out}. */
package vn.vigil.cli.view;
