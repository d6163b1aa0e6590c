@NullMarked
package dev.davit.emulator.microsoft.graph;

import org.jspecify.annotations.NullMarked;
