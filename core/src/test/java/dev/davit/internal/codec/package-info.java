@NullMarked
package dev.davit.internal.codec;

import org.jspecify.annotations.NullMarked;
