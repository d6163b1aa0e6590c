package dev.davit.testkit.fault;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Processes with a heap of 64 MiB that do {@link UploadInParts} one after the other: the first is
 * killed in the middle, the second goes on.
 */
public final class KilledUpload implements AutoCloseable {
  private final Path folder;
  private final Class<?> main;
  private final long size;
  private final long part;
  private final String key = SealedState.newKey();
  private final List<Process> started = new ArrayList<>();
  private final List<String> said = new ArrayList<>();

  /**
   * An upload that has not begun.
   *
   * @param folder for the state, and for what processes say of failures
   * @param main ends in {@link UploadInParts#run}; it is told what {@link #run} is, then what that
   *     wants
   */
  public KilledUpload(Path folder, Class<?> main, long size, long part) {
    this.folder = folder;
    this.main = main;
    this.size = size;
    this.part = part;
  }

  /**
   * Uploads.
   *
   * @param happening what happens when a part is first begun, by its number
   * @param killedAt the part at which the first process is killed
   * @return all that was said
   */
  public List<String> run(Map<Long, Runnable> happening, long killedAt, String... args)
      throws Exception {
    if (follow(fork(args), happening, killedAt) == 0) {
      throw new IllegalStateException("the first process was not killed");
    }
    if (follow(fork(args), happening, -1) != 0) {
      throw new IllegalStateException("the second process failed: " + said);
    }
    return said;
  }

  /** Reads what a process says, and lets happen what is to happen when it first says so. */
  private int follow(Process process, Map<Long, Runnable> happening, long killedAt)
      throws Exception {
    try (BufferedReader out = process.inputReader()) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.equals("part " + killedAt)) {
          process.toHandle().destroyForcibly(); // What it has said can still be read.
        }
        if (!said.contains(line) && line.startsWith("part ")) {
          happening.getOrDefault(Long.parseLong(line.substring(5)), () -> {}).run();
        }
        said.add(line);
      }
    }
    return process.waitFor();
  }

  private Process fork(String... args) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:MaxDirectMemorySize=8m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(List.of(args));
    command.addAll(
        List.of(Long.toString(size), Long.toString(part), folder.resolve("state").toString(), key));
    Process process =
        new ProcessBuilder(command)
            .redirectError(Files.createFile(folder.resolve("errors" + started.size())).toFile())
            .start();
    started.add(process);
    return process;
  }

  /** The SHA-256 of what is uploaded, in hex. */
  public String sha256() throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (InputStream in = new DigestInputStream(TestContent.generated(size).open(), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public void close() {
    for (Process process : started) {
      process.destroyForcibly().onExit().join();
    }
  }
}
