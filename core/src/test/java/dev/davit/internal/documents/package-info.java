@NullMarked
package dev.davit.internal.documents;

import org.jspecify.annotations.NullMarked;
