package dev.davit.onedrive;

import dev.davit.testkit.fault.RewritingLine.Misreading;
import dev.davit.testkit.fault.Sent;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * An adapter whose OAuth is broken in one way.
 *
 * @param rule of the emulated log-in that it breaks
 * @param flaw what it sends in place of what it should
 * @param misreading what it takes answers for
 * @param atWork whether it is tried with an account of work, not a personal one
 * @param ending where an {@link OAuthWalk} ends with it
 */
record OAuthMutant(
    String rule, UnaryOperator<Sent> flaw, Misreading misreading, boolean atWork, String ending) {
  static final String EXCHANGE = "grant_type=authorization_code";
  static final String REFRESH = "grant_type=refresh_token";

  private static final String END = "\r\n\r\n";
  private static final String LENGTH = "(?i)Content-Length: *\\d+|Transfer-Encoding: *chunked";
  private static final Pattern ID = Pattern.compile("(?<=\"id_token\":\")[^\"]+");

  /** One that sends browsers to another address of the log-in. */
  static OAuthMutant page(String rule, String right, String wrong, String ending) {
    return sending(
        rule,
        sent ->
            sent.path().contains("/authorize?")
                ? sent.to(sent.path().replaceFirst(right, wrong))
                : sent,
        ("page " + ending).strip());
  }

  /** One of these that is found out later. */
  static OAuthMutant later(String rule, String right, String wrong, String ending) {
    OAuthMutant page = page(rule, right, wrong, "");
    return sending(rule, page.flaw, ending);
  }

  /** One that redeems codes by another body. */
  static OAuthMutant exchange(String rule, String right, String wrong, String ending) {
    return asking(rule, EXCHANGE, right, wrong, "exchange " + ending);
  }

  /** One that refreshes by another body. */
  static OAuthMutant refresh(String rule, String right, String wrong, String ending) {
    return asking(rule, REFRESH, right, wrong, "refresh " + ending);
  }

  private static OAuthMutant asking(
      String rule, String grant, String right, String wrong, String ending) {
    return asking(rule, grant, sent -> sent.saying(sent.text().replaceFirst(right, wrong)), ending);
  }

  /** One that asks otherwise for tokens. */
  static OAuthMutant asking(String rule, String grant, UnaryOperator<Sent> flaw, String ending) {
    return sending(rule, sent -> sent.text().contains(grant) ? flaw.apply(sent) : sent, ending);
  }

  private static OAuthMutant sending(String rule, UnaryOperator<Sent> flaw, String ending) {
    return new OAuthMutant(rule, flaw, (sent, answer) -> answer, false, ending);
  }

  /** One that takes the token endpoint's answers for others. */
  static OAuthMutant reading(
      String rule, String grant, UnaryOperator<String> misreading, String ending) {
    return new OAuthMutant(
        rule,
        sent -> sent,
        (sent, answer) -> sent.text().contains(grant) ? measured(misreading.apply(answer)) : answer,
        false,
        ending);
  }

  /** The same for answers to codes and refresh tokens. */
  static OAuthMutant reading(String rule, String right, String wrong, String ending) {
    return reading(rule, "grant_type=", answer -> answer.replaceFirst(right, wrong), ending);
  }

  /** The same for id tokens. */
  static OAuthMutant claims(String rule, String right, String wrong, String ending) {
    return reading(
        rule,
        EXCHANGE,
        answer -> ID.matcher(answer).replaceFirst(found -> claims(found.group(), right, wrong)),
        ending);
  }

  private static String claims(String token, String right, String wrong) {
    String[] parts = token.split("\\.", -1);
    byte[] claims = Base64.getUrlDecoder().decode(parts[1]);
    String other = new String(claims, StandardCharsets.UTF_8).replaceFirst(right, wrong);
    byte[] bytes = other.getBytes(StandardCharsets.UTF_8);
    return parts[0]
        + "."
        + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)
        + "."
        + parts[2];
  }

  /** In one piece whose length is said. */
  private static String measured(String answer) {
    int end = answer.indexOf(END) + END.length();
    String body = answer.substring(end).replaceAll("(^|\r\n)[0-9a-f]+\r\n(\r\n$)?", "");
    return answer.substring(0, end).replaceFirst(LENGTH, "Content-Length: " + body.length()) + body;
  }

  /** The same, tried with an account of work. */
  OAuthMutant withWork() {
    return new OAuthMutant(rule, flaw, misreading, true, ending);
  }

  @Override
  public String toString() {
    return rule + ": " + ending;
  }
}
