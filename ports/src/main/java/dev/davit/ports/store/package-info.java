/**
 * What Davit itself must remember: rows, and the transactional views through which they are read
 * and written.
 */
@NullMarked
package dev.davit.ports.store;

import org.jspecify.annotations.NullMarked;
