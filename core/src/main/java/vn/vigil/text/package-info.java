/** Sentences in Vietnamese and English, and what Vietnamese text needs: NFC, search without accents, name order. */
package vn.vigil.text;
