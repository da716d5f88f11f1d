/** Settings, each with its origin, and where things lie on disk. */
package vn.vigil.config;
