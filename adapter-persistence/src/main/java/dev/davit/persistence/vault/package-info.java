/** Secrets at rest: sealed under the operator's keyset and a data key for each owner. */
@NullMarked
package dev.davit.persistence.vault;

import org.jspecify.annotations.NullMarked;
