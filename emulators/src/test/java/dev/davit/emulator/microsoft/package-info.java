@NullMarked
package dev.davit.emulator.microsoft;

import org.jspecify.annotations.NullMarked;
