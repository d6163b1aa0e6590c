/** Listings through the cache, and their page tokens. */
@NullMarked
package dev.davit.internal.listing;

import org.jspecify.annotations.NullMarked;
