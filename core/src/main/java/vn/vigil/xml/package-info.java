/**
 * Reading the XML of devices, which is treated as hostile: bounded in every direction, without DTD or entities.
 * {@link vn.vigil.xml.XmlReader} is the way in.
 */
package vn.vigil.xml;
