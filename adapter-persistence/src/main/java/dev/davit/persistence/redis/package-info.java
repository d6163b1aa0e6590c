/** What nodes share while it lasts, in Redis: pending connects and the counts of limits. */
@NullMarked
package dev.davit.persistence.redis;

import org.jspecify.annotations.NullMarked;
