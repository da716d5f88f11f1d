/** The roof: opens the house and hands its features out. */
package vn.vigil.app;
