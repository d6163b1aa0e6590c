package dev.davit;

import dev.davit.ports.ErrorKind;
import dev.davit.ports.Observer;
import dev.davit.ports.ProviderId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** An observer that remembers what it was told. */
final class Watcher implements Observer {
  final List<String> calls = new CopyOnWriteArrayList<>();
  final List<Boolean> hits = new CopyOnWriteArrayList<>();
  final List<String> jobs = new CopyOnWriteArrayList<>();

  @Override
  public void providerCall(
      ProviderId provider, String operation, Duration took, @Nullable ErrorKind failure) {
    calls.add(operation + (failure == null ? "" : " " + failure));
  }

  @Override
  public void cache(boolean hit) {
    hits.add(hit);
  }

  @Override
  public void job(String kind, Duration took, @Nullable ErrorKind failure) {
    jobs.add(kind + (failure == null ? "" : " " + failure));
  }
}
