/** Owners who leave while the processes that see to it are killed. */
@NullMarked
package dev.davit.app.leaving;

import org.jspecify.annotations.NullMarked;
