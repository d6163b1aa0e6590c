/** Several server processes that are one server, and what may happen to them. */
@NullMarked
package dev.davit.app.nodes;

import org.jspecify.annotations.NullMarked;
