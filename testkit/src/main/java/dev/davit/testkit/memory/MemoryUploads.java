package dev.davit.testkit.memory;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.UploadSessions;
import dev.davit.ports.storage.WriteAttempt;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Upload sessions: their token is made of the tag of the attempt. */
record MemoryUploads(Gate gate) implements UploadSessions {
  private static final int GRANULARITY = 1024;
  private static final String TOKEN = "session-of-";

  @Override
  public State begin(
      WriteAttempt attempt, long size, @Nullable String contentType, ConflictPolicy conflict) {
    return gate.call(
        "begin",
        account ->
            account.alone(
                () -> {
                  account.place(attempt.folder(), attempt.name(), conflict, null);
                  Upload upload =
                      new Upload(attempt, size, contentType, conflict, Blob.EMPTY, null);
                  account.uploads().put(attempt.tag(), upload);
                  return state(upload);
                }));
  }

  @Override
  public State append(State state, InputStream part, long length) {
    return gate.call(
        "append",
        account -> {
          Upload before = account.alone(() -> open(account, state));
          before.checkTakes(state.position(), length, GRANULARITY);
          byte[] bytes = read(part, length);
          return account.alone(() -> append(account, state, bytes));
        });
  }

  @Override
  public State where(State state) {
    return gate.call("where", account -> account.alone(() -> state(find(account, state))));
  }

  @Override
  public Entry finish(State state) {
    return gate.call("finish", account -> account.alone(() -> finish(account, state)));
  }

  @Override
  public void cancel(State state) {
    gate.call(
        "cancel", account -> account.alone(() -> account.uploads().keySet().remove(tag(state))));
  }

  private static State append(MemoryAccount account, State state, byte[] bytes) {
    Upload upload = open(account, state);
    upload.checkTakes(state.position(), bytes.length, 1);
    Upload longer = upload.plus(wholeUnits(upload, bytes));
    account.uploads().put(tag(state), longer);
    return state(longer);
  }

  private static Entry finish(MemoryAccount account, State state) {
    Upload upload = find(account, state);
    if (upload.finished() != null) {
      return account.tree().get(upload.finished()).entry();
    }
    upload.checkComplete();
    WriteAttempt attempt = upload.attempt();
    String name = account.place(attempt.folder(), attempt.name(), upload.conflict(), null);
    Node node = account.putFile(attempt.folder(), name, upload.arrived(), upload.contentType());
    account.uploads().put(tag(state), upload.finished(node.id()));
    return node.entry();
  }

  private static byte[] read(InputStream part, long length) {
    try {
      return part.readNBytes(Math.toIntExact(length));
    } catch (IOException e) {
      throw new CloudException(
          ErrorKind.UNAVAILABLE, "The content could not be read to its end.", e);
    }
  }

  /** What the server takes of a part that ended early. */
  private static byte[] wholeUnits(Upload upload, byte[] bytes) {
    boolean last = upload.arrived().size() + bytes.length == upload.size();
    return last ? bytes : Arrays.copyOf(bytes, bytes.length - bytes.length % GRANULARITY);
  }

  private static Upload open(MemoryAccount account, State state) {
    Upload upload = find(account, state);
    upload.checkOpen();
    return upload;
  }

  private static Upload find(MemoryAccount account, State state) {
    Map<String, Upload> uploads = account.uploads();
    Upload upload = uploads.get(tag(state));
    if (upload == null) {
      throw new CloudException(ErrorKind.NOT_FOUND, "This upload is gone: begin it anew.");
    }
    return upload;
  }

  private static State state(Upload upload) {
    long position = upload.finished() == null ? upload.arrived().size() : upload.size();
    return new State(new Secret(TOKEN + upload.attempt().tag()), position, GRANULARITY);
  }

  private static String tag(State state) {
    return state.token().reveal().substring(TOKEN.length());
  }
}
