/** What one node keeps in memory for a while. */
@NullMarked
package dev.davit.persistence.cache;

import org.jspecify.annotations.NullMarked;
