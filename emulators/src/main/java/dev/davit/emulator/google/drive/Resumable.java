package dev.davit.emulator.google.drive;

import dev.davit.emulator.files.Growing;
import dev.davit.emulator.files.Jsons;
import dev.davit.emulator.internal.Wire;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What comes to the address of an upload session (guides/manage-uploads). */
final class Resumable {
  private static final int INCOMPLETE = 308;
  private static final int PATIENCE = 20;

  private final World world;
  private final Sessions sessions;

  Resumable(World world, Sessions sessions) {
    this.world = world;
    this.sessions = sessions;
  }

  /** A PUT: a chunk, all, or the question how much there is. */
  void put(String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
    UploadSession session = sessions.get(id);
    Chunk chunk = Chunk.of(request);
    if (!tryLock(session)) {
      throw new PlainError(503, "Another request writes to this upload.");
    }
    try {
      put(id, session, chunk, request, response);
    } finally {
      session.lock().unlock();
    }
  }

  private static boolean tryLock(UploadSession session) {
    try {
      return session.lock().tryLock(PATIENCE, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void put(
      String id,
      UploadSession session,
      Chunk chunk,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    if (session.result() == null) {
      check(session, chunk);
      boolean cut = !chunk.isQuestion() && new Taking(world, session, chunk).take(request);
      if (cut) {
        Wire.cut(request);
        return;
      }
      finishIfWhole(id, session, chunk);
    }
    answer(session, response);
  }

  private static void check(UploadSession session, Chunk chunk) {
    long announced = session.plan().length();
    if (announced >= 0 && chunk.total() >= 0 && announced != chunk.total()) {
      throw new PlainError(
          400, "Invalid request. The total does not match X-Upload-Content-Length.");
    }
    long size = session.growing().size();
    if (chunk.first() > size) {
      throw new PlainError(
          503,
          "Invalid request.  According to the Content-Range header, the upload offset is "
              + (chunk.first() + " byte(s), which exceeds already uploaded size of ")
              + (size + " byte(s)."));
    }
  }

  private void finishIfWhole(String id, UploadSession session, Chunk chunk) throws IOException {
    Growing growing = session.growing();
    boolean whole =
        chunk.total() >= 0 ? growing.size() == chunk.total() : chunk.last() == Long.MAX_VALUE;
    if (whole) {
      try {
        Incoming incoming = Incoming.of(growing.finish(), session.plan().type());
        session.finished(session.plan().finish().apply(incoming));
      } catch (DriveError e) {
        sessions.remove(id);
        throw e;
      }
    }
  }

  private static void answer(UploadSession session, HttpServletResponse response)
      throws IOException {
    Map<String, Object> result = session.result();
    long size = session.growing().size();
    if (result != null) {
      response.setStatus(HttpServletResponse.SC_OK);
      response.setContentType("application/json; charset=UTF-8");
      response.getOutputStream().write(Jsons.text(result).getBytes(StandardCharsets.UTF_8));
      return;
    }
    response.setStatus(INCOMPLETE);
    if (size > 0) {
      response.setHeader("Range", "bytes=0-" + (size - 1));
    }
    response.setContentLength(0);
  }

  /** Reads one chunk. */
  private record Taking(World world, UploadSession session, Chunk chunk) {
    /** Keeps whole units of what comes; true when the connection is to be cut. */
    boolean take(HttpServletRequest request) throws IOException {
      Growing growing = session.growing();
      long most = world.faults().takeLess().orElse(Long.MAX_VALUE);
      long taken = 0;
      byte[] unit = new byte[Chunk.UNIT];
      try (InputStream body = Call.body(request)) {
        body.skipNBytes(Math.min(growing.size() - chunk.first(), chunk.length()));
        while (true) {
          int read = body.readNBytes(unit, 0, next(growing.size()));
          if (world.faults().takeCut(growing.size(), growing.size() + read)) {
            return true;
          }
          if (read == 0 || !keeps(read, growing.size()) || taken + read > most) {
            body.transferTo(OutputStream.nullOutputStream());
            return false;
          }
          growing.append(unit, read);
          taken += read;
        }
      }
    }

    private int next(long size) {
      long left = chunk.last() == Long.MAX_VALUE ? Chunk.UNIT : chunk.last() + 1 - size;
      return (int) Math.min(Chunk.UNIT, Math.max(0, left));
    }

    private boolean keeps(int read, long size) {
      return read == Chunk.UNIT || chunk.last() == Long.MAX_VALUE || size + read == chunk.total();
    }
  }
}
