/** What a roster is made of: posts, shifts, patterns, watchers, leave, requests and rules, each as data. */
package vn.vigil.roster.book;
