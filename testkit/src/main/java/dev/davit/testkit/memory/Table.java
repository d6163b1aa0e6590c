package dev.davit.testkit.memory;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One table as one transaction sees it: the committed rows, and a copy of them from the first write
 * on.
 */
final class Table<K, V> {
  private final Scope scope;
  private Map<K, V> rows;
  private boolean copied;

  Table(Scope scope, Map<K, V> committed) {
    this.scope = scope;
    this.rows = committed;
  }

  Optional<V> find(K key) {
    scope.checkReading();
    return Optional.ofNullable(rows.get(key));
  }

  Stream<V> all() {
    scope.checkReading();
    return rows.values().stream();
  }

  Stream<K> keys() {
    scope.checkReading();
    return rows.keySet().stream();
  }

  /** Adds a row; false, and nothing changed, if its key is taken. */
  boolean add(K key, V row) {
    return writable().putIfAbsent(key, row) == null;
  }

  void put(K key, V row) {
    writable().put(key, row);
  }

  void putAll(Collection<V> changed, Function<V, K> key) {
    Map<K, V> writable = writable();
    changed.forEach(row -> writable.put(key.apply(row), row));
  }

  boolean remove(K key) {
    return writable().remove(key) != null;
  }

  /** Changes a row; false, and nothing changed, if it is not there or not such a one. */
  boolean update(K key, Predicate<V> such, UnaryOperator<V> change) {
    Map<K, V> writable = writable();
    V row = writable.get(key);
    if (row == null || !such.test(row)) {
      return false;
    }
    writable.put(key, change.apply(row));
    return true;
  }

  /** Removes a row; false, and nothing changed, if it is not there or not such a one. */
  boolean remove(K key, Predicate<V> such) {
    Map<K, V> writable = writable();
    V row = writable.get(key);
    return row != null && such.test(row) && writable.remove(key) != null;
  }

  void removeAll(Collection<K> keys) {
    writable().keySet().removeAll(keys);
  }

  /** The rows to commit. Nothing writes to them any more. */
  Map<K, V> rows() {
    return rows;
  }

  private Map<K, V> writable() {
    scope.checkWriting();
    if (!copied) {
      rows = new LinkedHashMap<>(rows);
      copied = true;
    }
    return rows;
  }
}
