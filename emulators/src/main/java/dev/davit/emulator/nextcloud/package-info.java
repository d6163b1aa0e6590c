/**
 * A Nextcloud that is not one: what Nextcloud adds to WebDAV, over Tomcat's WebDAV servlet. Every
 * rule names the page of the vendor that it comes from: the developer manual ({@code
 * developer_manual/client_apis/…} of nextcloud/documentation), the server's source
 * (nextcloud/server) or that of the library it stands on (sabre-io/dav).
 */
@NullMarked
package dev.davit.emulator.nextcloud;

import org.jspecify.annotations.NullMarked;
