/** Finding an owner's connections, opening them, and taking them down. */
@NullMarked
package dev.davit.internal.connections;

import org.jspecify.annotations.NullMarked;
