/** Running what is still to be done. */
@NullMarked
package dev.davit.internal.jobs;

import org.jspecify.annotations.NullMarked;
