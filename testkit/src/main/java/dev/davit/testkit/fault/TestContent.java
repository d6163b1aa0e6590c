package dev.davit.testkit.fault;

import dev.davit.ports.storage.Content;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A content that does what a test says, and counts what is done to it. At first it is opened once
 * at most and says its size. Each {@code with} method answers another content, which counts anew.
 */
public final class TestContent implements Content {
  private final Supplier<InputStream> source;
  private final OptionalLong size;
  private final boolean repeatable;
  private final BytePlan plan;
  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();

  private TestContent(
      Supplier<InputStream> source, OptionalLong size, boolean repeatable, BytePlan plan) {
    this.source = source;
    this.size = size;
    this.repeatable = repeatable;
    this.plan = plan;
  }

  /** These bytes. */
  public static TestContent of(byte[] bytes) {
    byte[] copy = bytes.clone();
    return new TestContent(
        () -> new ByteArrayInputStream(copy), OptionalLong.of(copy.length), false, BytePlan.NONE);
  }

  /** A text in UTF-8. */
  public static TestContent of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** As many bytes as asked for, made on the way: the same each time, none of them kept. */
  public static TestContent generated(long bytes) {
    return new TestContent(
        () -> new GeneratedStream(bytes), OptionalLong.of(bytes), false, BytePlan.NONE);
  }

  /** This content, which does not say its size. */
  public TestContent withUnknownSize() {
    return new TestContent(source, OptionalLong.empty(), repeatable, plan);
  }

  /** This content, which says another size than it has. */
  public TestContent withDeclaredSize(long bytes) {
    return new TestContent(source, OptionalLong.of(bytes), repeatable, plan);
  }

  /** This content, which may be opened again. */
  public TestContent withRepeats() {
    return new TestContent(source, size, true, plan);
  }

  /** This content, which can be read up to a position and then fails. */
  public TestContent withFailureAt(long position, IOException failure) {
    return with(
        position,
        () -> {
          throw failure;
        });
  }

  /** This content, which can be read up to a position and then throws something unchecked. */
  public TestContent withFailureAt(long position, RuntimeException failure) {
    return with(
        position,
        () -> {
          throw failure;
        });
  }

  /** This content, whose reader's process dies at a position. */
  public TestContent withDeathAt(long position) {
    return with(
        position,
        () -> {
          throw new SimulatedDeath();
        });
  }

  /** This content, whose reader stops at a position until the checkpoint is released. */
  public TestContent withPauseAt(long position, Checkpoint checkpoint) {
    return with(position, checkpoint::pass);
  }

  /**
   * This content, whose reader stops at a position until the checkpoint is released, and then finds
   * that it can't be read any further.
   */
  public TestContent withDeadEndAt(long position, Checkpoint checkpoint) {
    return with(
        position,
        () -> {
          checkpoint.pass();
          throw new IOException("the content ends here for ever");
        });
  }

  @Override
  public OptionalLong size() {
    return size;
  }

  @Override
  public boolean repeatable() {
    return repeatable;
  }

  @Override
  public InputStream open() {
    if (opened.incrementAndGet() > 1 && !repeatable) {
      throw new IllegalStateException("this content was opened before");
    }
    return new PlannedStream(source.get(), plan, closed);
  }

  /** How often it was opened, or was tried to be. */
  public int opened() {
    return opened.get();
  }

  /** How many of its streams were closed. */
  public int closed() {
    return closed.get();
  }

  private TestContent with(long position, BytePlan.Action action) {
    return new TestContent(source, size, repeatable, new BytePlan(position, action));
  }
}
