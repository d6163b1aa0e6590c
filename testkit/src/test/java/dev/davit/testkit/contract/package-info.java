/** The contracts find what is broken: adapters that are wrong on purpose must fail. */
@NullMarked
package dev.davit.testkit.contract;

import org.jspecify.annotations.NullMarked;
