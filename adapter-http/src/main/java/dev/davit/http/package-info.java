/**
 * Davit over HTTP: routes, sessions and bearer tokens, problems, the page. No decisions of its own.
 */
@NullMarked
package dev.davit.http;

import org.jspecify.annotations.NullMarked;
