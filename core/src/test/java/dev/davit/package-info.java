/** Core's flows, over whatever stores and providers a house is built with. */
@NullMarked
package dev.davit;

import org.jspecify.annotations.NullMarked;
