/**
 * What crosses a wall of the house: values, errors and the interfaces that adapters implement.
 * Nothing here behaves; it depends on the JDK and on jspecify only.
 */
@NullMarked
package dev.davit.ports;

import org.jspecify.annotations.NullMarked;
