package dev.davit;

import dev.davit.ports.ErrorKind;
import dev.davit.ports.Observer;
import dev.davit.ports.ProviderId;
import dev.davit.ports.RefreshOutcome;
import dev.davit.ports.store.Purge;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** An observer that remembers what it was told. */
final class Watcher implements Observer {
  final List<String> calls = new CopyOnWriteArrayList<>();
  final List<Boolean> hits = new CopyOnWriteArrayList<>();
  final List<RefreshOutcome> refreshes = new CopyOnWriteArrayList<>();
  final List<String> jobs = new CopyOnWriteArrayList<>();

  final List<Purge> purges = new CopyOnWriteArrayList<>();
  final List<String> forgotten = new CopyOnWriteArrayList<>();

  private final ConcurrentMap<String, Runnable> hooks = new ConcurrentHashMap<>();

  /** Does this once, after the next call of an operation. */
  void onCall(String operation, Runnable hook) {
    hooks.put(operation, hook);
  }

  @Override
  public void providerCall(
      ProviderId provider, String operation, Duration took, @Nullable ErrorKind failure) {
    calls.add(operation + (failure == null ? "" : " " + failure));
    Runnable hook = hooks.remove(operation);
    if (hook != null) {
      hook.run();
    }
  }

  @Override
  public void cache(boolean hit) {
    hits.add(hit);
  }

  @Override
  public void refresh(ProviderId provider, RefreshOutcome outcome) {
    refreshes.add(outcome);
  }

  @Override
  public void job(String kind, Duration took, @Nullable ErrorKind failure) {
    jobs.add(kind + (failure == null ? "" : " " + failure));
  }

  @Override
  public void purged(Purge over) {
    purges.add(over);
  }

  @Override
  public void forgotten(String what, int count) {
    forgotten.add(what + " " + count);
  }
}
