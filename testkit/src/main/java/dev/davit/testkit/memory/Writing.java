package dev.davit.testkit.memory;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.ports.storage.WriteRequest;
import java.util.Optional;

/**
 * Writes in three steps: is there a place, receive the bytes, is there still a place. An exception
 * clears up behind itself; an error is a death, after which nobody does.
 */
final class Writing {
  private Writing() {}

  static Entry write(MemoryAccount account, WriteRequest request) {
    String tag = request.attempt().tag();
    account.alone(
        () -> {
          place(account, request);
          return account.arrivals().add(tag);
        });
    try {
      Blob blob = new Receiver(account.server().faults().takeBreakOff()).receive(request.content());
      Entry entry = account.alone(() -> commit(account, request, blob));
      forget(account, tag);
      return entry;
    } catch (Receiver.BrokenOff e) {
      throw new CloudException(ErrorKind.UNAVAILABLE, "The line went dead during the upload.", e);
    } catch (RuntimeException e) {
      forget(account, tag);
      throw e;
    }
  }

  static Optional<Entry> recover(MemoryAccount account, WriteAttempt attempt) {
    return account.alone(
        () -> {
          if (account.forget(attempt.tag())) {
            return Optional.empty();
          }
          return account
              .tree()
              .find(attempt.folder())
              .filter(Node::isFolder)
              .map(folder -> account.tree().child(folder.id(), attempt.name()))
              .filter(node -> !node.isFolder())
              .map(Node::entry);
        });
  }

  private static void forget(MemoryAccount account, String tag) {
    account.alone(() -> account.arrivals().remove(tag));
  }

  private static Entry commit(MemoryAccount account, WriteRequest request, Blob blob) {
    String name = place(account, request);
    return account.putFile(request.attempt().folder(), name, blob, request.contentType()).entry();
  }

  private static String place(MemoryAccount account, WriteRequest request) {
    WriteAttempt attempt = request.attempt();
    String name = account.place(attempt.folder(), attempt.name(), request.conflict(), null);
    if (request.ifMatch() != null) {
      Node there = account.tree().child(attempt.folder(), name);
      if (there == null || !request.ifMatch().equals(there.etag())) {
        throw new CloudException(
            ErrorKind.PRECONDITION_FAILED, "The file changed since you last saw it.");
      }
    }
    return name;
  }
}
