/**
 * What the server's tests stand on: a foreign WebDAV server, a client, and servers in processes of
 * their own.
 */
@NullMarked
package dev.davit.app.support;

import org.jspecify.annotations.NullMarked;
