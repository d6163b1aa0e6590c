/** The audit log and its chain. */
@NullMarked
package dev.davit.internal.audit;

import org.jspecify.annotations.NullMarked;
