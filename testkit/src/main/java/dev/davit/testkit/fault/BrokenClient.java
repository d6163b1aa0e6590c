package dev.davit.testkit.fault;

import dev.davit.testkit.fault.RewritingLine.Misreading;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A client that breaks one rule of its server on purpose, by what becomes of its requests and
 * answers on the line: a server that is strict makes it fail.
 *
 * @param <C> who uses the client
 * @param rule that it breaks
 * @param flaw what it sends in place of what it should
 * @param misreading what it takes answers for
 * @param failing what fails
 */
public record BrokenClient<C>(
    String rule, UnaryOperator<Sent> flaw, Misreading misreading, Consumer<C> failing) {

  /** One that sends something else. */
  public static <C> BrokenClient<C> sending(
      String rule, UnaryOperator<Sent> flaw, Consumer<C> failing) {
    return new BrokenClient<>(rule, flaw, (sent, answer) -> answer, failing);
  }

  /**
   * One that sends something else in some requests.
   *
   * @param requests which: method, a space, and the path with its query, all of it
   */
  public static <C> BrokenClient<C> sending(
      String rule, String requests, UnaryOperator<Sent> flaw, Consumer<C> failing) {
    Pattern which = Pattern.compile(requests);
    return sending(
        rule,
        sent ->
            which.matcher(sent.method() + " " + sent.path()).matches() ? flaw.apply(sent) : sent,
        failing);
  }

  /** One that takes answers for others. */
  public static <C> BrokenClient<C> reading(
      String rule, Misreading misreading, Consumer<C> failing) {
    return new BrokenClient<>(rule, sent -> sent, misreading, failing);
  }

  /**
   * The line that breaks it.
   *
   * @param target the server's port
   */
  public RewritingLine line(int target) throws IOException {
    return new RewritingLine(target, flaw, misreading);
  }

  @Override
  public String toString() {
    return rule;
  }
}
