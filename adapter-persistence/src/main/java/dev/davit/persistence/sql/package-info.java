/** What Davit remembers, in a relational database. */
@NullMarked
package dev.davit.persistence.sql;

import org.jspecify.annotations.NullMarked;
