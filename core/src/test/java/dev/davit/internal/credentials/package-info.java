@NullMarked
package dev.davit.internal.credentials;

import org.jspecify.annotations.NullMarked;
