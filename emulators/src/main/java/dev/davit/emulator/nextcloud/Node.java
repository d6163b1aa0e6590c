package dev.davit.emulator.nextcloud;

import java.util.Map;
import java.util.function.Supplier;
import javax.xml.namespace.QName;

/**
 * Something that PROPFIND or SEARCH tells of.
 *
 * @param href encoded; of a folder with a slash at the end
 * @param properties what is known of it, as XML, computed when asked for; what is not there is
 *     answered with 404
 */
record Node(String href, Map<QName, Supplier<String>> properties) {}
