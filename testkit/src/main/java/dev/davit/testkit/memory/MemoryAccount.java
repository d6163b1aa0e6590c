package dev.davit.testkit.memory;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.EntryId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One account of a server: its tree and what is on its way into it. Safe for many threads. */
final class MemoryAccount {
  private final MemoryServer server;
  private final ReentrantLock lock = new ReentrantLock();
  private final Tree tree;
  private final Set<String> arrivals = new HashSet<>();
  private final Map<String, Upload> uploads = new HashMap<>();
  private final List<String> bin = new ArrayList<>();
  private @Nullable Long quota;

  MemoryAccount(MemoryServer server) {
    this.server = server;
    this.tree = new Tree(Node.root(server.now()));
  }

  MemoryServer server() {
    return server;
  }

  /** The tags of the writes that are on their way, or were when the line went dead. */
  Set<String> arrivals() {
    return arrivals;
  }

  /** The upload sessions by their tags, those that are finished too. */
  Map<String, Upload> uploads() {
    return uploads;
  }

  /** The names of what was thrown away. */
  List<String> bin() {
    return bin;
  }

  /** Forgets what arrived of a write; false if there is nothing unfinished of it. */
  boolean forget(String tag) {
    Upload upload = uploads.get(tag);
    boolean open = upload != null && upload.finished() == null && uploads.remove(tag, upload);
    return arrivals.remove(tag) || open;
  }

  int unfinished() {
    long open = uploads.values().stream().filter(upload -> upload.finished() == null).count();
    return arrivals.size() + (int) open;
  }

  Tree tree() {
    return tree;
  }

  @Nullable Long quota() {
    return quota;
  }

  void quota(@Nullable Long bytes) {
    quota = bytes;
  }

  /** Does something with the tree while nobody else does. */
  <T> T alone(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Under which name something may be put into a folder now.
   *
   * @param moving what would be put there, if it is somewhere already
   */
  String place(EntryId folder, String wanted, ConflictPolicy conflict, @Nullable Node moving) {
    server.names().check(wanted);
    Node there = tree.child(folder, wanted);
    if (there == null || (moving != null && there.id().equals(moving.id()))) {
      return wanted;
    }
    return switch (conflict) {
      case RENAME -> Names.another(wanted, name -> tree.child(folder, name) != null);
      case REPLACE -> replaceable(there, moving);
      case FAIL -> throw taken();
    };
  }

  /** Puts new bytes under a name that {@link #place} gave. */
  Node putFile(EntryId folder, String name, Blob blob, @Nullable String contentType) {
    Node before = tree.child(folder, name);
    checkRoom(blob.size() - (before == null ? 0 : before.bytes().size()));
    EntryId id = before == null ? server.newId() : before.id();
    Instant now = server.now();
    Node node = new Node(id, folder, name, blob, contentType, now, server.newRevision());
    tree.put(node);
    return node;
  }

  void checkRoom(long more) {
    if (quota != null && more > 0 && tree.used() + more > quota) {
      throw new CloudException(ErrorKind.QUOTA_EXCEEDED, "The storage is full.");
    }
  }

  static CloudException taken() {
    return new CloudException(ErrorKind.CONFLICT, "Something of this name is there already.");
  }

  private static String replaceable(Node there, @Nullable Node moving) {
    if (there.isFolder() || (moving != null && moving.isFolder())) {
      throw taken();
    }
    return there.name();
  }
}
